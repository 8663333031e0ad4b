import type { ModelField, ModelObject } from '#shared/model.ts';
import type { ValueError } from '#shared/errors.ts';
import { writeLink } from '#shared/record-link.ts';
import type { Ctx } from '../../context.ts';
import { tableOf } from '../find-object.ts';
import { references } from '../references.ts';
import type { Values } from '../rules.ts';
import { column, columnName } from '../sql.ts';
import { elementsOf } from './combine-values.ts';

interface OwnRelation {
  field: ModelField;
  /** What its value has for a record of the object. */
  of: (id: unknown) => unknown;
}

const ownRelations = (object: ModelObject): OwnRelation[] =>
  [...object.fields.values()].flatMap((field): OwnRelation[] => {
    const to = field.system ? undefined : references[field.kind]?.to;
    if (to === 'link')
      return [{ field, of: (id) => writeLink({ object: object.key, id: String(id) }) }];
    return to === 'record' && 'to' in field && field.to === object.key
      ? [{ field, of: (id) => id }]
      : [];
  });

/** The survivor does not point to itself, nor to what becomes it. */
export function withoutSelf(object: ModelObject, values: Values, all: ReadonlySet<unknown>): void {
  for (const { field, of } of ownRelations(object)) {
    const { key } = field;
    const value = values[key];
    const gone = new Set([...all].map(of));
    if (Array.isArray(value)) {
      const others = value.filter((each) => !gone.has(each));
      values[key] = others.length === 0 ? null : others;
    } else if (gone.has(value)) values[key] = null;
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
  for (const { field, of } of ownRelations(object)) {
    const { key } = field;
    const value = values[key] ?? null;
    const gone = new Set([...merged].map(of));
    if (Array.isArray(value) && value.some((each) => gone.has(each))) {
      const list = [...new Set(value.map((each) => (gone.has(each) ? of(survivor) : each)))];
      changes[key] = [value, list];
    } else if (gone.has(value)) changes[key] = [value, survivor];
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
  for (const { field } of ownRelations(object)) {
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
