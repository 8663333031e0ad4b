import type { Ctx } from '#engine/context.ts';
import { list } from '#engine/records/index.ts';
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
  const where = { field: 'id', op: 'in', value: [...new Set(asked.map(({ to }) => to))] };
  const { items } = await list(ctx, object, { where, fields: [relation], limit: 200 });
  const talkOf = new Map(items.map((item) => [item.id, idOf(item[relation])]));
  return asked.flatMap(({ index, to, talk }) =>
    talkOf.get(to) === talk ? [] : [{ index, path: 'replyTo', code: 'notFound' as const }],
  );
}

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
