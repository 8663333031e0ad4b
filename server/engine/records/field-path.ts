import type { ModelField, ModelObject } from '#shared/model.ts';
import { valueKind } from '#shared/fields/index.ts';
import type { Ctx } from '../context.ts';
import { recordsOf, references } from './references.ts';

/** What a path in a filter, sort or grouping names. */
export interface FieldPath {
  field: ModelField;
  part?: string;
  /** The relation gone through first, with the object it leads to. */
  via?: { relation: ModelField; target: ModelObject };
}

/**
 * Finds `status`, a part (`billingAddress.provinceCode`) or one relation deep (`account.region`, also with a part).
 * `trusted` for rights and our own views; otherwise fields hidden from the actor do not exist.
 */
export function findField(
  ctx: Ctx,
  object: ModelObject,
  path: string,
  trusted: boolean,
): FieldPath | undefined {
  const [first = '', ...rest] = path.split('.');
  const field = visibleField(ctx, object, first, trusted);
  if (!field) return undefined;
  if (rest.length === 0) return { field };
  const target = recordsOf(ctx.model, field);
  if (target) {
    const inner = findOwn(ctx, target, rest, trusted);
    return inner && { ...inner, via: { relation: field, target } };
  }
  return findOwn(ctx, object, [first, ...rest], trusted);
}

/** What a list can show in a column: a field, or one of the record that a relation leads to. */
export function findColumn(ctx: Ctx, object: ModelObject, path: string): FieldPath | undefined {
  const found = findField(ctx, object, path, false);
  if (!found || found.part !== undefined) return undefined;
  return found.via && references[found.via.relation.kind]?.many ? undefined : found;
}

function findOwn(ctx: Ctx, object: ModelObject, names: readonly string[], trusted: boolean) {
  const [key = '', part, ...more] = names;
  const field = visibleField(ctx, object, key, trusted);
  if (!field || more.length > 0) return undefined;
  if (part === undefined) return { field };
  return Object.hasOwn(valueKind(field).parts ?? {}, part) ? { field, part } : undefined;
}

export function visibleField(
  ctx: Ctx,
  object: ModelObject,
  key: string,
  trusted = false,
): ModelField | undefined {
  if (!trusted && ctx.access.of(object.key).hidden.has(key)) return undefined;
  return object.fields.get(key);
}
