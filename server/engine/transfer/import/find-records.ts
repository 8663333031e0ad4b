import { valueKind } from '#shared/fields/index.ts';
import { fold } from '#shared/locale/text.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { sqlKind } from '../../fields/index.ts';
import { scopeOf, tableOf } from '../../records/find-object.ts';
import { column, columnName, literal, partitionName, qualified } from '../../records/sql.ts';
import { reachSql } from '../../records/where.ts';
import { nameKey } from '../../search/document.ts';

/** A living record the actor may see. */
export interface Found {
  id: string;
  title: string;
}

/**
 * Records that have one of the values in a field, by value: one statement through the field's index, however many
 * values. Titles are compared folded, all others exactly.
 */
export async function findRecords(
  ctx: Ctx,
  object: ModelObject,
  field: ModelField,
  values: readonly string[],
): Promise<Map<string, Found[]>> {
  if (values.length === 0) return new Map();
  if (field.key === object.title) {
    const named = await findByName(
      ctx,
      object,
      values.map((value) => nameKey(value)),
    );
    return new Map(
      values.map((value) => {
        const folded = fold(value);
        const same = named.get(nameKey(value)) ?? [];
        return [value, same.filter(({ title }) => fold(title) === folded)];
      }),
    );
  }
  const scope = scopeOf(ctx, object);
  const kind = sqlKind(field);
  const own = column('t', columnName(field, ''));
  const op = valueKind(field).operators.includes('in') ? 'in' : 'hasAny';
  const matching = kind.condition(
    op,
    [...values],
    {
      column: (suffix) => column('t', columnName(field, suffix)),
      param: (operand, type) => scope.params.add(operand, type),
    },
    field,
  );
  const reach = reachSql(scope, ctx.access.of(object.key).read);
  const rows = await ctx.db.prepared(
    `select t.id, ${own}, d.title from ${tableOf(ctx, object)} t` +
      ` left join ${qualified(ctx.workspace.schema, 'search_document')} d on d.object = ${literal(object.key)} and d.record_id = t.id` +
      ` where ${matching} and t.deleted_at is null and ${reach}`,
    scope.params.values,
  );
  const wanted = new Set(values);
  const found = new Map<string, Found[]>();
  for (const [id, value, title] of rows) {
    for (const each of [value].flat().map(String)) {
      if (!wanted.has(each)) continue;
      const list = found.get(each) ?? [];
      if (list.length === 0) found.set(each, list);
      list.push({ id: String(id), title: typeof title === 'string' ? title : '' });
    }
  }
  return found;
}

/** Records by the key of their title. */
async function findByName(
  ctx: Ctx,
  object: ModelObject,
  keys: readonly string[],
): Promise<Map<string, Found[]>> {
  const wanted = [...new Set(keys)].filter((key) => key !== '');
  if (wanted.length === 0) return new Map();
  const scope = scopeOf(ctx, object);
  const { read } = ctx.access.of(object.key);
  // Documents of the trash are gone, so the record itself is asked only where rights need it.
  const reach =
    read === true
      ? ''
      : ` and exists (select from ${tableOf(ctx, object)} t where t.id = d.record_id and ${reachSql(scope, read)})`;
  const rows = await ctx.db.prepared(
    // The object's own part of the table, where only the index of names fits: with the object in the condition, a
    // table without statistics would be read through its primary key.
    `select d.record_id, d.title, d.name_key from ${qualified(ctx.workspace.schema, partitionName(object))} d` +
      ` where d.name_key = any(${scope.params.add(wanted, 'text[]')})${reach}`,
    scope.params.values,
  );
  const found = new Map<string, Found[]>();
  for (const [id, title, key] of rows) {
    const list = found.get(String(key)) ?? [];
    if (list.length === 0) found.set(String(key), list);
    list.push({ id: String(id), title: String(title) });
  }
  return found;
}
