import type { ValueError } from '#shared/errors.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { tableOf } from './find-object.ts';
import { sameValue } from './parse-values.ts';
import type { Change } from './rules.ts';
import { column, columnName } from './sql.ts';

/** Refuses changes by which a record would come to stand above itself, through however many others. */
export async function checkTrees(
  ctx: Ctx,
  object: ModelObject,
  changes: readonly Change[],
  prefix: (index: number) => string,
): Promise<ValueError[]> {
  const errors: ValueError[] = [];
  for (const field of object.fields.values()) {
    if (field.kind !== 'relation' || !field.tree || field.to !== object.key) continue;
    const moved = changes.some(
      ({ before, after }) =>
        (after[field.key] ?? null) !== null &&
        !sameValue(field, before?.[field.key], after[field.key]),
    );
    if (!moved) continue;
    const parents = await parentsAbove(ctx, object, field, changes);
    changes.forEach(({ id, before, after }, i) => {
      if (sameValue(field, before?.[field.key], after[field.key])) return;
      if (standsAboveItself(id, parents)) {
        errors.push({ path: `${prefix(i)}${field.key}`, code: 'cycle' });
      }
    });
  }
  return errors;
}

/** Who stands above whom once the changes are made: the changes first, then what the database has above them. */
async function parentsAbove(
  ctx: Ctx,
  object: ModelObject,
  field: ModelField,
  changes: readonly Change[],
): Promise<Map<string, string>> {
  const changed = new Map(changes.map(({ id, after }) => [id, after[field.key] ?? null]));
  const starts = [...changed.values()].filter((parent) => parent !== null);
  // Two changes that are good alone can make a ring together: the second waits until the first is committed.
  await ctx.db.prepared('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `${ctx.workspace.schema}.${object.key}.${field.key}`,
  ]);
  const table = tableOf(ctx, object);
  const parent = columnName(field, '');
  const rows = await ctx.db.prepared(
    `with recursive above (id, parent) as (
  select t.id, ${column('t', parent)} from ${table} t where t.id = any($1::uuid[])
  union
  select t.id, ${column('t', parent)} from above a join ${table} t on t.id = a.parent
) select id, parent from above where parent is not null`,
    [starts],
  );
  const parents = new Map(rows.map(([id, above]) => [String(id), String(above)]));
  for (const [id, above] of changed) {
    if (typeof above === 'string') parents.set(id, above);
    else parents.delete(id);
  }
  return parents;
}

function standsAboveItself(id: string, parents: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let at = parents.get(id); at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
