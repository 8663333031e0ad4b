import type { Field } from '#shared/define.ts';
import type { ValueError } from '#shared/errors.ts';
import { valueKind } from '#shared/fields/index.ts';
import type { Model, ModelObject } from '#shared/model.ts';
import { sqlKind } from '../fields/index.ts';
import { valueError } from '../records/parse-values.ts';
import { recordsOf, references } from '../records/references.ts';
import { fieldDefinition } from './input.ts';

/** Everything that is wrong with a definition whose form is right already. */
export function checkField(
  field: Field,
  object: Pick<ModelObject, 'sections'>,
  model: Model,
  prefix: string,
): ValueError[] {
  const errors = (valueKind(field).checkOptions?.(field) ?? []).map((refusal) =>
    valueError(refusal, prefix.replace(/\.$/, '')),
  );
  const wrong = (path: string, code: ValueError['code']) =>
    errors.push({ path: `${prefix}${path}`, code });
  if (references[field.kind]?.to === 'record' && !recordsOf(model, field)) wrong('to', 'notFound');
  if (field.section !== undefined && !Object.hasOwn(object.sections, field.section))
    wrong('section', 'notFound');
  const indexes = sqlKind(field).indexes(field);
  // Saying "unique" where nothing would enforce it would be a promise that is not kept.
  if (field.unique && !indexes.some(({ unique }) => unique)) wrong('unique', 'badOperator');
  if (field.index && indexes.length === 0) wrong('index', 'badOperator');
  if (valueKind(field).numbered && field.required) wrong('required', 'badOperator');
  if (field.default !== undefined) errors.push(...checkDefault(field, prefix));
  return errors;
}

function checkDefault(field: Field, prefix: string): ValueError[] {
  const path = `${prefix}default`;
  // Another record may be gone by the time a new one would point to it; one value for all cannot be unique.
  if (references[field.kind] || valueKind(field).numbered || field.unique)
    return [{ path, code: 'badOperator' }];
  const parsed = valueKind(field).parse(field.default, field);
  if (!parsed.ok) return parsed.refusals.map((refusal) => valueError(refusal, path));
  return parsed.value === null ? [{ path, code: 'required' }] : [];
}

const givenByUs: ReadonlySet<string> = new Set(['key', 'readOnly']);

/** A field as it is kept: nothing that is not set, and numbers only the program gives. */
export function keptField(input: Field): Field {
  const entries = Object.entries(input).filter(
    ([name, value]) =>
      !givenByUs.has(name) && value !== undefined && value !== null && value !== false,
  );
  const field = fieldDefinition.parse(Object.fromEntries(entries), { reportInput: true });
  // The union is made of the kinds' own options, so what passed it is a field of its kind.
  const kept = field as unknown as Field;
  return valueKind(kept).numbered ? { ...kept, readOnly: true } : kept;
}
