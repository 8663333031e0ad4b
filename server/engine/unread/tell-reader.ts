import type { Ctx } from '../context.ts';
import { wakeReaders } from '../realtime/wake.ts';
import { qualified } from '../records/sql.ts';

/** A member's marks in the stream of changes: the record of such an event is the member, and nobody else hears of it. */
export const unreadObject = '$unread';

/** The other windows of a member learn that something was read. */
export async function tellReader(ctx: Ctx, member: string): Promise<void> {
  await ctx.db.prepared(
    `insert into ${qualified(ctx.workspace.schema, 'outbox')} (at, kind, object, record_id, version, actor_id)
     values ($1, 'unread', $2, $3, 0, $3)`,
    [ctx.now.toISOString(), unreadObject, member],
  );
  wakeReaders(ctx);
}
