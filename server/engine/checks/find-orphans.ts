import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { longQuery } from '../long-query.ts';
import { references } from '../records/references.ts';
import { columnName, literal, qualified, quote, tableName } from '../records/sql.ts';
import { systemTables } from '../schema/system-tables.ts';

export interface Problem {
  /** `orphan`: a row that belongs to a record that is not there. `dangling`: a value that names one. */
  kind: 'orphan' | 'dangling' | 'fileWithoutBytes' | 'bytesWithoutFile';
  /** Table, or object and field. */
  place: string;
  count: number;
  /** A few ids to begin with. */
  examples: string[];
}

const shown = 5;
/** What happened stays when the record is gone; `import_row` is for undo, which looks for itself. */
const notChecked = new Set(['history', 'outbox', 'import_row', 'merge_link']);

/** Pairs of (object, record_id), and values that name records or files, whose other end does not exist. */
export async function findOrphans(ctx: Ctx): Promise<Problem[]> {
  return [...(await orphanRows(ctx)), ...(await danglingValues(ctx))];
}

async function orphanRows(ctx: Ctx): Promise<Problem[]> {
  const problems: Problem[] = [];
  const pairs = Object.entries(systemTables).filter(
    ([name, { columns }]) => 'object' in columns && 'record_id' in columns && !notChecked.has(name),
  );
  // Rows of an archived object wait with its table; only objects of the model can be compared.
  for (const [name] of pairs)
    for (const object of ctx.model.objects.values()) {
      const at = qualified(ctx.workspace.schema, name);
      const table = qualified(ctx.workspace.schema, tableName(object));
      const found = await count(
        ctx,
        `select p.record_id as id from ${at} p where p.object = ${literal(object.key)}
         and p.record_id is not null and not exists (select from ${table} t where t.id = p.record_id)`,
      );
      if (found) problems.push({ kind: 'orphan', place: `${name}:${object.key}`, ...found });
    }
  return problems;
}

/** Single relations have a foreign key; lists of them, and files, have none. */
async function danglingValues(ctx: Ctx): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const object of ctx.model.objects.values())
    for (const field of object.fields.values()) {
      const reference = references[field.kind];
      if (reference?.to === 'link') problems.push(...(await danglingLinks(ctx, object, field)));
      const target = field.kind === 'relations' ? ctx.model.objects.get(field.to) : undefined;
      const other = reference?.to === 'file' ? 'file' : target && tableName(target);
      if (other === undefined || !reference) continue;
      const own = `t.${quote(columnName(field, ''))}`;
      const table = qualified(ctx.workspace.schema, tableName(object));
      const each = reference.many ? own : `array[${own}]`;
      const found = await count(
        ctx,
        `select t.id from ${table} t, unnest(${each}) v(id) where v.id is not null and not exists
         (select from ${qualified(ctx.workspace.schema, other)} o where o.id = v.id)`,
      );
      if (found) problems.push({ kind: 'dangling', place: `${object.key}.${field.key}`, ...found });
    }
  return problems;
}

/** Links to records of each object of the model that are not there. */
async function danglingLinks(ctx: Ctx, object: ModelObject, field: ModelField): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const target of ctx.model.objects.values()) {
    const found = await count(
      ctx,
      `select t.id from ${qualified(ctx.workspace.schema, tableName(object))} t, unnest(t.${quote(columnName(field, ''))}) v(link)
       where split_part(v.link, ':', 1) = ${literal(target.key)} and not exists (select from
       ${qualified(ctx.workspace.schema, tableName(target))} o where o.id::text = split_part(v.link, ':', 2))`,
    );
    if (found)
      problems.push({
        kind: 'dangling',
        place: `${object.key}.${field.key}:${target.key}`,
        ...found,
      });
  }
  return problems;
}

async function count(
  ctx: Ctx,
  query: string,
): Promise<Pick<Problem, 'count' | 'examples'> | undefined> {
  const [row] = await longQuery(
    ctx,
    `select count(*)::int, (array_agg(x.id::text))[1:${shown}] from (${query}) x`,
  );
  const total = Number(row?.[0] ?? 0);
  if (total === 0) return undefined;
  const ids = row?.[1];
  return { count: total, examples: Array.isArray(ids) ? ids.map(String) : [] };
}
