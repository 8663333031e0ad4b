import type { Ctx } from '../context.ts';
import { qualified } from '../records/sql.ts';

/**
 * Throws away the files, and the values quoted from them, of ended imports that wrote these records, before what they
 * became is forgotten. Rows that a file never got in are not found by a record: they go with their file after 30 days.
 */
export async function forgetImportsOf(
  ctx: Ctx,
  objectKey: string,
  ids: readonly string[],
): Promise<void> {
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  const rows = await ctx.db.prepared(
    `with old as (
       select i.id, i.stored from ${table('import')} i where i.finished_at is not null and i.id in (
         select r.import_id from ${table('import_row')} r where r.object = $1 and r.record_id = any($2::uuid[]))
       order by i.id for update
     ), quoted as (delete from ${table('import_problem')} p using old where p.import_id = old.id)
     update ${table('import')} i set stored = null, updated_at = $3::timestamptz
     from old where i.id = old.id returning old.stored`,
    [objectKey, ids, ctx.now.toISOString()],
  );
  const files = rows.flatMap(([stored]) => (typeof stored === 'string' ? [stored] : []));
  if (files.length === 0) return;
  ctx.afterCommit(() => {
    Promise.all(files.map((name) => ctx.files.remove(name))).catch((error: unknown) =>
      ctx.log.warn({ err: error }, 'files of erased imports are still there'),
    );
  });
}
