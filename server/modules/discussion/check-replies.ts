import type { Ctx } from '#engine/context.ts';
import { idOf } from '#engine/records/index.ts';
import { presentVisible } from '#engine/records/present-visible.ts';
import type { Change, RuleError } from '#engine/records/rules.ts';
import type { Said } from './said.ts';

interface Place {
  object: 'post' | 'message';
  /** The relation to the talk it is part of. */
  in: 'topic' | 'channel';
}

/** An answer stands in the same talk as what it answers. */
export async function checkReplies(
  ctx: Ctx,
  { object, in: relation }: Place,
  changes: readonly Change<Said & Record<string, unknown>>[],
): Promise<RuleError[]> {
  const asked = changes.flatMap((change, index) =>
    change.after.replyTo && change.before?.replyTo !== change.after.replyTo
      ? [{ index, to: change.after.replyTo, talk: change.after[relation] }]
      : [],
  );
  if (asked.length === 0) return [];
  const answered = [...new Set(asked.map(({ to }) => to))];
  const found = await presentVisible(ctx, object, answered, [relation]);
  const talkOf = new Map(found.map((said) => [said.id, idOf(said[relation])]));
  return asked.flatMap(({ index, to, talk }) =>
    talkOf.get(to) === talk ? [] : [{ index, path: 'replyTo', code: 'notFound' as const }],
  );
}
