import type { RecordOf } from '#shared/define.ts';
import type { Ctx } from '#engine/context.ts';
import { defineRules, type Change, type RuleError } from '#engine/records/rules.ts';
import { choicesOf } from './choices.ts';
import { poll } from './poll.object.ts';

type Poll = Partial<RecordOf<typeof poll>>;

export const pollRules = defineRules(poll, {
  async beforeWrite(ctx, changes) {
    for (const { after } of changes)
      if (after.choices) after.choices = choicesOf(after.choices).join('\n');
    const voted = await votedOn(ctx, changes);
    return changes.flatMap((change, index) =>
      wrong(change, voted.has(change.id)).map((error) => ({ ...error, index })),
    );
  },
});

const most = 20;

function wrong({ before, after }: Change<Poll>, voted: boolean): Omit<RuleError, 'index'>[] {
  const choices = choicesOf(after.choices);
  const counted = { path: 'choices', params: { min: 2, max: most } };
  if (after.choices && choices.length < 2) return [{ ...counted, code: 'tooShort' }];
  if (choices.length > most) return [{ ...counted, code: 'tooMany' }];
  // Nobody is made to have answered another question.
  const asked = (['topic', 'question', 'choices', 'several', 'anonymous'] as const).filter(
    (key) => before && (before[key] ?? false) !== (after[key] ?? false),
  );
  return voted ? asked.map((path) => ({ path, code: 'readOnly' })) : [];
}

async function votedOn(ctx: Ctx, changes: readonly Change[]): Promise<Set<string>> {
  const ids = changes.filter(({ before }) => before).map(({ id }) => id);
  if (ids.length === 0) return new Set();
  const rows = await ctx.tables
    .selectFrom('ballot')
    .select('record_id')
    .distinct()
    .where('record_id', 'in', ids)
    .execute();
  return new Set(rows.map(({ record_id }) => record_id));
}
