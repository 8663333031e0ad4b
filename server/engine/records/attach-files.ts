import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { references } from './references.ts';
import type { Change } from './rules.ts';
import { qualified } from './sql.ts';

/**
 * Files named in a file field now belong to the record: from here on its rights are theirs. Those no longer named are
 * removed, and their bytes go after 30 days.
 */
export async function attachFiles(
  ctx: Ctx,
  object: ModelObject,
  changes: readonly Change[],
): Promise<void> {
  const fileFields = [...object.fields.values()].filter(
    ({ kind }) => references[kind]?.to === 'file',
  );
  for (const field of fileFields) {
    const rows = changes.flatMap(({ id, before, after }) => {
      const had = [before?.[field.key] ?? []].flat();
      const has = [after[field.key] ?? []].flat();
      return [
        ...has.filter((file) => !had.includes(file)).map((file) => ({ file, id, removed: false })),
        ...had.filter((file) => !has.includes(file)).map((file) => ({ file, id, removed: true })),
      ];
    });
    if (rows.length === 0) continue;
    await ctx.db.prepared(
      `update ${qualified(ctx.workspace.schema, 'file')} f set object = $2, record_id = x.id, field = $3,
         removed_at = case when x.removed then $4::timestamptz end
       from jsonb_to_recordset($1::jsonb) as x(file uuid, id uuid, removed boolean) where f.id = x.file`,
      [JSON.stringify(rows), object.key, field.key, ctx.now.toISOString()],
    );
  }
}
