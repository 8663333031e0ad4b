import { requireVisible } from '../access/find-visible.ts';
import type { Ctx } from '../context.ts';
import { ringBells } from '../notices/store-notices.ts';
import { tableOf } from '../records/find-object.ts';
import { column, columnName, qualified } from '../records/sql.ts';
import { tellReader } from './tell-reader.ts';
import { findReading, readerOf, type Reading } from './unread-of.ts';

/** Up to a moment, which is that of the last piece the member saw: what was written meanwhile stays unread. */
export async function markRead(
  ctx: Ctx,
  objectKey: string,
  recordId: string,
  at: Date,
): Promise<void> {
  const reading = findReading(ctx, objectKey);
  const { object } = reading;
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
  if (rows.length === 0) return;
  await tellReader(ctx, member);
  await readNotices(ctx, reading, id);
}

/** Whoever reads what was said need not be told of it any more. */
async function readNotices(ctx: Ctx, { object, pieces, via }: Reading, id: string): Promise<void> {
  const member = readerOf(ctx);
  const rows = await ctx.db.prepared(
    `update ${qualified(ctx.workspace.schema, 'notice')} n set read_at = $4
     from ${qualified(ctx.workspace.schema, 'read_mark')} r
     where n.member_id = $1 and n.read_at is null and n.object = $2
       and r.object = $5 and r.record_id = $3 and r.member_id = $1
       and exists (select from ${tableOf(ctx, pieces)} t where t.id = n.record_id
         and ${column('t', columnName(via, ''))} = $3 and t.created_at <= r.at)
     returning 1`,
    [member, pieces.key, id, ctx.now.toISOString(), object.key],
  );
  if (rows.length > 0) await ringBells(ctx, [member]);
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
