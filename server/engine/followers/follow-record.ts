import { invalid, notFound } from '#shared/errors.ts';
import { asMember } from '../access/as-member.ts';
import { requireChangeable, requireVisible, visibleIds } from '../access/find-visible.ts';
import type { Ctx } from '../context.ts';
import { findObject } from '../records/find-object.ts';
import { isId } from '../records/get.ts';
import { withTransaction } from '../transaction.ts';

export interface Follower {
  member: { id: string; title: string | null };
  since: string;
}

/**
 * Makes members follow a record: oneself whoever sees it, others whoever may change it. Everyone who follows must be able
 * to see it by themselves; following gives no right. Owners are told anyway and need not.
 */
export function followRecord(
  ctx: Ctx,
  objectKey: string,
  recordId: string,
  memberIds: readonly string[],
): Promise<Follower[]> {
  return withTransaction(ctx, async (ctx) => {
    const onlySelf = memberIds.every((id) => isSelf(ctx, id));
    const { object, id } = onlySelf
      ? await requireVisible(ctx, objectKey, recordId)
      : await requireChangeable(ctx, objectKey, recordId);
    const blind: number[] = [];
    for (const [i, memberId] of memberIds.entries()) {
      if (isSelf(ctx, memberId)) continue;
      const known = ctx.directory.members.get(memberId)?.active;
      const sees = known && (await visibleIds(asMember(ctx, memberId), object, [id])).has(id);
      if (!sees) blind.push(i);
    }
    if (blind.length > 0)
      throw invalid(blind.map((i) => ({ path: `members.${i}`, code: 'notFound' })));
    if (memberIds.length > 0)
      await ctx.tables
        .insertInto('follower')
        .values(
          [...new Set(memberIds)].map((memberId) => ({
            object: object.key,
            record_id: id,
            member_id: memberId,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    return followersOf(ctx, object.key, id);
  });
}

/** Oneself at any time, even when the record has gone out of sight; others by who may change the record. */
export async function unfollowRecord(
  ctx: Ctx,
  objectKey: string,
  recordId: string,
  memberId: string,
): Promise<void> {
  if (!isId(memberId) || !isId(recordId)) throw notFound();
  await withTransaction(ctx, async (ctx) => {
    const { object, id } = isSelf(ctx, memberId)
      ? { object: findObject(ctx, objectKey), id: recordId }
      : await requireChangeable(ctx, objectKey, recordId);
    const { numDeletedRows } = await ctx.tables
      .deleteFrom('follower')
      .where('object', '=', object.key)
      .where('record_id', '=', id)
      .where('member_id', '=', memberId)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw notFound();
  });
}

export async function listFollowers(
  ctx: Ctx,
  objectKey: string,
  recordId: string,
): Promise<Follower[]> {
  const { object, id } = await requireVisible(ctx, objectKey, recordId);
  return followersOf(ctx, object.key, id);
}

const isSelf = ({ actor }: Ctx, id: string) => actor.kind === 'member' && actor.id === id;

async function followersOf(ctx: Ctx, object: string, id: string): Promise<Follower[]> {
  const rows = await ctx.tables
    .selectFrom('follower')
    .select(['member_id', 'created_at'])
    .where('object', '=', object)
    .where('record_id', '=', id)
    .orderBy('created_at')
    .orderBy('member_id')
    .execute();
  return rows.map(({ member_id, created_at }) => ({
    member: { id: member_id, title: ctx.directory.members.get(member_id)?.name ?? null },
    since: created_at,
  }));
}
