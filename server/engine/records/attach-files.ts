import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { askForText } from '../files/text/ask-for-text.ts';
import { idsIn, references } from './references.ts';
import type { Change } from './rules.ts';
import { qualified } from './sql.ts';

/**
 * Files named in a file field now belong to the record: from here on its rights are theirs. Those no longer named are
 * removed, and their bytes go after 30 days; of a field that keeps versions, they stay.
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
      const had = idsIn(before?.[field.key]);
      const has = idsIn(after[field.key]);
      return [
        ...has.filter((file) => !had.includes(file)).map((file) => ({ file, id, removed: false })),
        ...had.filter((file) => !has.includes(file)).map((file) => ({ file, id, removed: true })),
      ];
    });
    const keeps = field.kind === 'file' && field.versions === true;
    const concerned = keeps ? rows.filter(({ removed }) => !removed) : rows;
    if (concerned.length === 0) continue;
    const table = qualified(ctx.workspace.schema, 'file');
    await ctx.db.prepared(
      `update ${table} f set object = $2, record_id = x.id, field = $3,
         removed_at = case when x.removed then $4::timestamptz end${keeps ? `, version = ${nextVersionSql(table)}` : ''}
       from jsonb_to_recordset($1::jsonb) as x(file uuid, id uuid, removed boolean) where f.id = x.file`,
      [JSON.stringify(concerned), object.key, field.key, ctx.now.toISOString()],
    );
    if (keeps) for (const { file } of concerned) await askForText(ctx, file);
  }
}

/** One more than the last of the record; the number it has, for one that was there before. */
const nextVersionSql = (table: string): string =>
  `coalesce(f.version, 1 + coalesce((select max(v.version) from ${table} v
     where v.object = $2 and v.record_id = x.id and v.field = $3), 0))`;
