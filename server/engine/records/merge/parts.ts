import type { Ctx } from '../../context.ts';
import { qualified } from '../sql.ts';

/** Merges that the rules of a merge made in its transaction, such as of records that must be one per survivor. */
export async function noteParts(ctx: Ctx, mergeId: string): Promise<void> {
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  // Ids rise with time: those of its parts come after its own.
  await ctx.db.query(
    `insert into ${table('merge_row')} (merge_id, source, row, moved)
     select $1::uuid, 'merge_log', jsonb_build_object('id', id), true from ${table('merge_log')}
     where id > $1::uuid and xmin = pg_current_xact_id()::xid`,
    [mergeId],
  );
}

/** The same that are not undone yet, the last first. */
export async function partsOf(ctx: Ctx, mergeId: string): Promise<string[]> {
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  const rows = await ctx.db.query(
    `select l.id from ${table('merge_row')} r join ${table('merge_log')} l on l.id = (r.row ->> 'id')::uuid
     where r.merge_id = $1::uuid and r.source = 'merge_log' and l.undone_at is null order by l.id desc`,
    [mergeId],
  );
  return rows.map(([id]) => String(id));
}
