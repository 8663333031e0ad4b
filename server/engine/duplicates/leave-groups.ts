import type { Ctx } from '../context.ts';
import { qualified } from '../records/sql.ts';

/** Merged records are no longer duplicates of anything; groups left with one member go. */
export async function leaveGroups(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  const left = await ctx.db.query(
    `delete from ${table('duplicate_group_member')} where record_id = any($1::uuid[]) returning group_id`,
    [ids],
  );
  if (left.length === 0) return;
  await ctx.db.query(
    `with gone as (
       delete from ${table('duplicate_group')} g where g.id = any($1::uuid[])
         and (select count(*) from ${table('duplicate_group_member')} m where m.group_id = g.id) < 2
       returning id
     )
     delete from ${table('duplicate_group_member')} m using gone where m.group_id = gone.id`,
    [left.map(([group]) => group)],
  );
}
