import type { RecordOf } from '#shared/define.ts';
import { plainText } from '#shared/fields/plain-text.ts';
import type { Ctx } from '#engine/context.ts';
import { defineRules, type Change, type RuleError } from '#engine/records/rules.ts';
import { comment } from './comment.object.ts';
import { tellOfReplies } from './tell-of-replies.ts';

/** With the owner, which the engine adds. */
export type Comment = Partial<RecordOf<typeof comment>> & { owner?: string | null };

const longestExcerpt = 120;

export const commentRules = defineRules(comment, {
  beforeWrite(ctx, changes) {
    for (const { after } of changes) after.excerpt = excerptOf(after.text);
    return changes.flatMap((change, index) =>
      wrong(ctx, change).map((error) => ({ ...error, index })),
    );
  },
  afterWrite: (ctx, changes) =>
    tellOfReplies(
      ctx,
      changes.filter(({ before }) => before === null),
    ),
});

function excerptOf(text: string | null | undefined): string {
  const line = plainText(text ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length <= longestExcerpt ? line : `${line.slice(0, longestExcerpt - 1).trimEnd()}…`;
}

/** What somebody said stays what they said: nobody else changes it, and it answers what it answered. */
function wrong({ actor }: Ctx, { before, after }: Change<Comment>): Omit<RuleError, 'index'>[] {
  if (actor.kind !== 'member') return [];
  const wrongs: Omit<RuleError, 'index'>[] = [];
  if (!before && after.owner !== actor.id)
    wrongs.push({ path: 'owner', code: 'notWritable', doubtful: true });
  if (before && before.text !== after.text && before.owner !== actor.id)
    wrongs.push({ path: 'text', code: 'notWritable' });
  if (before && before.activity !== after.activity)
    wrongs.push({ path: 'activity', code: 'notWritable' });
  return wrongs;
}
