import type { ModelField, ModelObject } from '#shared/model.ts';
import type { ValueError } from '#shared/errors.ts';
import type { Ctx } from '../../context.ts';
import { tableOf } from '../find-object.ts';
import { references } from '../references.ts';
import type { Values } from '../rules.ts';
import { column, columnName } from '../sql.ts';
import { elementsOf } from './combine-values.ts';

const ownRelations = (object: ModelObject): ModelField[] =>
  [...object.fields.values()].filter(
    (field) =>
      references[field.kind]?.to === 'record' &&
      'to' in field &&
      field.to === object.key &&
      !field.system,
  );

/** The survivor does not point to itself, nor to what becomes it. */
export function withoutSelf(object: ModelObject, values: Values, all: ReadonlySet<unknown>): void {
  for (const { key } of ownRelations(object)) {
    const value = values[key];
    if (Array.isArray(value)) {
      const others = value.filter((id) => !all.has(id));
      values[key] = others.length === 0 ? null : others;
    } else if (all.has(value)) values[key] = null;
  }
}

/** What the merged records point to among themselves, pointed to the survivor. */
export function pointedToSurvivor(
  object: ModelObject,
  values: Values,
  merged: ReadonlySet<unknown>,
  survivor: string,
): Record<string, [unknown, unknown]> {
  const changes: Record<string, [unknown, unknown]> = {};
  for (const { key } of ownRelations(object)) {
    const value = values[key] ?? null;
    if (Array.isArray(value) && value.some((id) => merged.has(id))) {
      const list = [...new Set(value.map((id) => (merged.has(id) ? survivor : id)))];
      changes[key] = [value, list];
    } else if (merged.has(value)) changes[key] = [value, survivor];
  }
  for (const [key, [, value]] of Object.entries(changes)) values[key] = value;
  return changes;
}

/**
 * Where records stand above each other, what stood above one of the merged may stand below another. Then the survivor
 * stands where the next of them stood, or at the top; where somebody chose its place, that is an error.
 */
export async function keepTrees(
  ctx: Ctx,
  object: ModelObject,
  after: Values,
  others: readonly Values[],
  chosen: Values,
): Promise<ValueError[]> {
  const all = [after, ...others].map((values) => String(values['id']));
  const errors: ValueError[] = [];
  for (const field of ownRelations(object)) {
    if (field.kind !== 'relation' || !field.tree || (after[field.key] ?? null) === null) continue;
    const candidates = [after, ...others].map((values) => values[field.key] ?? null);
    const rings = await leadingTo(ctx, object, field, candidates, all);
    if (!rings.has(after[field.key])) continue;
    if (Object.hasOwn(chosen, field.key)) {
      errors.push({ path: `values.${field.key}`, code: 'cycle' });
    } else {
      after[field.key] = candidates.find((id) => id !== null && !rings.has(id)) ?? null;
    }
  }
  return errors;
}

/** Those of the candidates that are one of the records, or stand below one. */
async function leadingTo(
  ctx: Ctx,
  object: ModelObject,
  field: ModelField,
  candidates: readonly unknown[],
  all: readonly string[],
): Promise<Set<unknown>> {
  const parent = column('t', columnName(field, ''));
  const rows = await ctx.db.query(
    `with recursive above (start, id) as (
       select c, c from unnest($1::uuid[]) c
       union
       select a.start, ${parent} from above a join ${tableOf(ctx, object)} t on t.id = a.id
       where ${parent} is not null
     ) select distinct start from above where id = any($2::uuid[])`,
    [elementsOf(candidates.filter((id) => id !== null)), all],
  );
  return new Set(rows.map(([start]) => start));
}
