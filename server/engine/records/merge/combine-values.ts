import { valueKind } from '#shared/fields/index.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import { sqlKind } from '../../fields/index.ts';
import { sameValue } from '../parse-values.ts';
import type { Values } from '../rules.ts';

export interface Combined {
  after: Values;
  /** Per field whose value is not the survivor's own: the record it came from. */
  sources: Record<string, string>;
}

/**
 * What the survivor of a merge will have: what was chosen; else its own values, the empty ones filled from the others in
 * order; lists united. Its number and what the engine writes itself stay its own.
 */
export function combineValues(
  object: ModelObject,
  survivor: Values,
  others: readonly Values[],
  chosen: Values,
): Combined {
  const after = { ...survivor };
  const sources: Record<string, string> = {};
  for (const field of object.fields.values()) {
    const { key } = field;
    const own = survivor[key] ?? null;
    if (Object.hasOwn(chosen, key)) after[key] = chosen[key];
    else if (valueKind(field).numbered || (field.system && field.readOnly)) continue;
    else if (isList(field)) after[key] = united(field, [survivor, ...others]);
    else after[key] = own ?? firstFilled(others, key);
    const source = sourceOf(field, own, after[key], others);
    if (source !== undefined) sources[key] = source;
  }
  return { after, sources };
}

/** Kinds whose value is a list of elements of their own: phones, tags, related records. */
const isList = (field: ModelField): boolean =>
  sqlKind(field)
    .columns(field)
    .some(({ suffix, type }) => suffix === '' && type.endsWith('[]'));

const firstFilled = (records: readonly Values[], key: string): unknown =>
  records.map((values) => values[key] ?? null).find((value) => value !== null) ?? null;

/** Each element once, the survivor's first; those beyond what the field holds are left in the trash. */
function united(field: ModelField, records: readonly Values[]): unknown {
  let list: unknown = null;
  for (const element of records.flatMap((values) => elementsOf(values[field.key]))) {
    const parsed = valueKind(field).parse([...elementsOf(list), element], field);
    if (parsed.ok) list = parsed.value;
  }
  return list;
}

export const elementsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function sourceOf(
  field: ModelField,
  own: unknown,
  value: unknown,
  others: readonly Values[],
): string | undefined {
  if ((value ?? null) === null || sameValue(field, own, value)) return undefined;
  const added = new Set(elementsOf(value));
  for (const element of elementsOf(own)) added.delete(element);
  const source = others.find((values) => {
    const given = values[field.key] ?? null;
    return (
      sameValue(field, given, value) || elementsOf(given).some((element) => added.has(element))
    );
  });
  return source && String(source['id']);
}
