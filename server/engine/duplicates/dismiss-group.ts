import { forbidden, notFound } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import { findObject } from '../records/find-object.ts';
import { isId } from '../records/get.ts';
import { lockRecords } from '../records/lock.ts';
import { withTransaction } from '../transaction.ts';

/**
 * Says that the members of a group are no duplicates, for everyone, until somebody new joins them; or takes that back.
 * Whoever may change the members they see may say so.
 */
export async function dismissGroup(
  ctx: Ctx,
  id: string,
  { dismissed = true }: { dismissed?: boolean | undefined } = {},
): Promise<void> {
  if (!isId(id)) throw notFound();
  await withTransaction(ctx, async (ctx) => {
    const group = await ctx.tables
      .selectFrom('duplicate_group')
      .select(['object'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!group) throw notFound();
    const members = await ctx.tables
      .selectFrom('duplicate_group_member')
      .select('record_id')
      .where('group_id', '=', id)
      .execute();
    const ids = members.map(({ record_id: record }) => record);
    const seen = [
      ...(await lockRecords(ctx, findObject(ctx, group.object), ids, 'update')).values(),
    ];
    if (seen.length < 2) throw notFound();
    if (!seen.every(({ allowed }) => allowed)) throw forbidden();
    await ctx.tables
      .updateTable('duplicate_group')
      .set({
        dismissed_at: dismissed ? ctx.now.toISOString() : null,
        dismissed_by: dismissed && ctx.actor.kind === 'member' ? ctx.actor.id : null,
        dismissed_members: dismissed ? ids : null,
      })
      .where('id', '=', id)
      .execute();
  });
}
