import { requireVisible } from '../access/find-visible.ts';
import type { Ctx } from '../context.ts';
import { qualified } from '../records/sql.ts';
import { tellReader } from './tell-reader.ts';
import { findReading, readerOf } from './unread-of.ts';

/** Up to a moment, which is that of the last piece the member saw: what was written meanwhile stays unread. */
export async function markRead(
  ctx: Ctx,
  objectKey: string,
  recordId: string,
  at: Date,
): Promise<void> {
  const { object } = findReading(ctx, objectKey);
  const { id } = await requireVisible(ctx, object.key, recordId);
  const member = readerOf(ctx);
  // Never back: of two windows, the one that is behind says nothing.
  const rows = await ctx.db.prepared(
    `insert into ${qualified(ctx.workspace.schema, 'read_mark')} as r (object, record_id, member_id, at)
     values ($1, $2, $3, least($4::timestamptz, $5::timestamptz))
     on conflict (object, record_id, member_id) do update set at = excluded.at where r.at < excluded.at
     returning true`,
    [object.key, id, member, at.toISOString(), ctx.now.toISOString()],
  );
  if (rows.length > 0) await tellReader(ctx, member);
}

/** Everything there is by now; the marks of single records say nothing any more and go. */
export async function markAllRead(ctx: Ctx, objectKey: string): Promise<void> {
  const { object } = findReading(ctx, objectKey);
  const member = readerOf(ctx);
  const values = [object.key, member, ctx.now.toISOString()];
  await ctx.db.prepared(
    `with gone as (
       delete from ${qualified(ctx.workspace.schema, 'read_mark')}
       where object = $1 and member_id = $2 and at <= $3::timestamptz)
     insert into ${qualified(ctx.workspace.schema, 'read_all_mark')} (object, member_id, at) values ($1, $2, $3)
     on conflict (member_id, object) do update set at = excluded.at`,
    values,
  );
  await tellReader(ctx, member);
}
