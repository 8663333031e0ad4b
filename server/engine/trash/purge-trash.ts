import type { Ctx } from '../context.ts';
import { tableOf } from '../records/find-object.ts';
import { withTransaction } from '../transaction.ts';
import { deleteRecords } from './delete-records.ts';

/** Days a removed record can be restored. */
export const trashDays = 30;
/** Some tables have no index by record, so fewer and larger steps cost less. */
const chunk = 1000;

/** Deletes what lies in the trash for longer than 30 days; history says that it was removed. Gives how many. */
export async function purgeTrash(ctx: Ctx): Promise<number> {
  let purged = 0;
  for (const object of ctx.model.objects.values())
    for (;;) {
      const deleted = await withTransaction(ctx, async (ctx) => {
        await ctx.db.query(`set local statement_timeout = '10min'`, []);
        const rows = await ctx.db.prepared(
          `select id from ${tableOf(ctx, object)}
           where deleted_at is not null and deleted_at < now() - make_interval(days => ${trashDays})
           order by deleted_at limit ${chunk} for update skip locked`,
          [],
        );
        const ids = rows.map(([id]) => String(id));
        await deleteRecords(ctx, object, ids, { reason: 'purge' });
        return ids.length;
      });
      purged += deleted;
      if (deleted < chunk) break;
    }
  return purged;
}
