import { requireVisible } from '#engine/access/find-visible.ts';
import type { Ctx } from '#engine/context.ts';
import { readReactions } from '#engine/reactions/read-reactions.ts';
import { list, type PresentedRecord } from '#engine/records/index.ts';
import type { Reactions } from '#shared/reactions.ts';

export interface TalkQuery {
  /** Away from `from`, or from now: back in time, or on. */
  way: 'back' | 'on';
  /** The moment to begin at: what was said then is told going back, and not going on. */
  from?: string | undefined;
  /** Only these, as they are now. */
  ids?: readonly string[] | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

export interface TalkPage {
  /** In the order in which they were said. */
  items: (PresentedRecord & { reactions: Reactions[] })[];
  nextCursor: string | null;
}

const talks = {
  topic: { pieces: 'post', relation: 'topic' },
  channel: { pieces: 'message', relation: 'channel' },
} as const;

/** A page of what was said; it costs the same however long the talk is. */
export async function listTalk(
  ctx: Ctx,
  object: keyof typeof talks,
  id: string,
  { way, from, ids, cursor, limit }: TalkQuery,
): Promise<TalkPage> {
  const { pieces, relation } = talks[object];
  await requireVisible(ctx, object, id);
  const within = { field: relation, op: 'eq', value: id };
  const beyond = from && { field: 'createdAt', op: way === 'back' ? 'lte' : 'gt', value: from };
  const among = ids && { field: 'id', op: 'in', value: ids };
  const { items, nextCursor } = await list(ctx, pieces, {
    where: { and: [within, beyond, among].filter((part) => part) },
    sort: way === 'back' ? '-createdAt' : 'createdAt',
    cursor,
    limit,
  });
  const links = items.map((item) => ({ object: pieces, id: item.id }));
  const reactions = await readReactions(ctx, links);
  const told = items.map((item) => ({ ...item, reactions: reactions.get(item.id) ?? [] }));
  return { items: way === 'back' ? told.toReversed() : told, nextCursor };
}
