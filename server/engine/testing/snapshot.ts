import { columnName, qualified, quote, tableName } from '../records/sql.ts';
import type { Model } from '#shared/model.ts';
import { systemTables } from '../schema/system-tables.ts';
import { linksTo } from '../records/merge/links.ts';
import type { TestWorkspace } from './workspace.ts';

/** Tables that only grow: what happened is not unsaid by undoing it. */
const growing = new Set([
  'history',
  'outbox',
  'merge_log',
  'merge_link',
  'merge_row',
  'duplicate_group',
  'duplicate_group_member',
  'duplicate_run',
]);
/** Columns that say when and how often a row was written, not what is in it. */
const stamps = ['version', 'updated_at', 'updated_by'];

/** A hash of the rows of every table of a workspace, by table. */
export async function snapshot(w: TestWorkspace): Promise<Record<string, string>> {
  const { model } = await w.system();
  const tables = [
    ...Object.keys(systemTables).filter((name) => !growing.has(name)),
    ...[...model.objects.values()].map((object) => tableName(object)),
  ];
  const result: Record<string, string> = {};
  for (const table of tables) {
    const { rows } = await w.database.app.query<{ hash: string }>(
      `select md5(coalesce(string_agg(row::text, e'\\n' order by row::text), '')) as hash
       from (select to_jsonb(t) - $1::text[] as row from ${qualified(w.schema, table)} t) r`,
      [stamps],
    );
    result[table] = rows[0]?.hash ?? '';
  }
  return result;
}

/** How many records, of all objects and in the trash too, point to one of these of an object. */
export async function countLinks(
  w: TestWorkspace,
  model: Model,
  objectKey: string,
  ids: readonly string[],
): Promise<number> {
  let count = 0;
  for (const { object, field, many, all } of linksTo(model, objectKey)) {
    const own = quote(columnName(field, ''));
    const { rows } = await w.database.app.query<{ n: number }>(
      `select count(*)::int as n from ${qualified(w.schema, tableName(object))}
       where ${many ? `${own} && ${all('$1')}` : `${own} = any(${all('$1')})`}`,
      [ids],
    );
    count += rows[0]?.n ?? 0;
  }
  return count;
}
