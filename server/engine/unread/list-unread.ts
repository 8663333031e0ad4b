import type { Ctx } from '../context.ts';
import { scopeOf, tableOf } from '../records/find-object.ts';
import { column, columnName, qualified } from '../records/sql.ts';
import { reachSql } from '../records/where.ts';
import { findReading, readerOf } from './unread-of.ts';

export interface Unread {
  id: string;
  /** Up to `mostCounted`, and then one more. */
  count: number;
  /** Up to where it was read; null for never. */
  readTo: string | null;
}

/** More is said as "99+". */
export const mostCounted = 99;
/** What nobody looked at for so long is not waited for any more. */
const keptDays = 90;
const mostRecords = 200;

/**
 * Records with pieces that the member has not read, the newest first. The index of the last piece is walked from now
 * back to where everything was read, so it costs with what is new to the member and not with what is stored.
 */
export async function listUnread(ctx: Ctx, objectKey: string): Promise<Unread[]> {
  const { object, latest, pieces, via } = findReading(ctx, objectKey);
  const scope = scopeOf(ctx, object);
  const { params } = scope;
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  const me = params.add(readerOf(ctx), 'uuid');
  const key = params.add(object.key, 'text');
  const now = params.add(ctx.now.toISOString(), 'timestamptz');
  const last = column('t', columnName(latest, ''));
  const rows = await ctx.db.query(
    `with f as materialized (
       select greatest(m.created_at, a.at, ${now} - make_interval(days => ${keptDays})) as at
       from ${table('member')} m left join ${table('read_all_mark')} a on a.member_id = m.id and a.object = ${key}
       where m.id = ${me}), x as (
       select t.id, ${last} as last, r.at as read_to, (
         select count(*) from (select from ${tableOf(ctx, pieces)} s
           where ${column('s', columnName(via, ''))} = t.id and s.deleted_at is null
             and s.created_at > greatest(r.at, (select at from f)) and s.created_by is distinct from ${me}
           limit ${mostCounted + 1}) c) as unread
       from ${tableOf(ctx, object)} t
       left join ${table('read_mark')} r on r.object = ${key} and r.record_id = t.id and r.member_id = ${me}
       where t.deleted_at is null and ${last} > (select at from f) and (r.at is null or ${last} > r.at)
         and ${reachSql(scope, ctx.access.of(object.key).read)}
       order by ${last} desc limit ${mostRecords})
     select id, unread, read_to from x where unread > 0 order by last desc`,
    params.values,
  );
  return rows.map(([id, count, readTo]) => ({
    id: String(id),
    count: Number(count),
    readTo: typeof readTo === 'string' ? readTo : null,
  }));
}
