import { v7 as newId } from 'uuid';
import type { ValueError } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import { layoutOf } from '../records/layout.ts';
import type { CustomRows, FieldRow } from '../model/load-custom.ts';
import type { Settings } from './change-model.ts';
import { checkField, keptField } from './check-field.ts';
import type { FieldInput } from './input.ts';
import { mostColumns, mostFields } from './limits.ts';
import { reservedFieldKeys } from './reserved-keys.ts';

/** Adds fields at the end of an object; every error of all of them goes to `errors`. */
export function addFields(
  settings: Settings,
  rows: CustomRows,
  object: string,
  inputs: readonly FieldInput[],
  errors: ValueError[],
  prefix: (index: number) => string,
): CustomRows {
  const known = settings.modelOf(rows).objects.get(object);
  if (!known) return rows;
  const own = rows.fields.filter((row) => row.object === object);
  const taken = new Set([...known.fields.keys(), ...own.map(({ key }) => key)]);
  const last = Math.max(0, ...own.map(({ position }) => position));
  const added = inputs.map((input, i): FieldRow => {
    if (reservedFieldKeys.has(input.key) || taken.has(input.key))
      errors.push({ path: `${prefix(i)}key`, code: 'notUnique' });
    taken.add(input.key);
    return {
      id: newId(),
      object,
      key: input.key,
      definition: keptField(input),
      position: last + 1 + i,
      archivedAt: null,
    };
  });
  const after = { ...rows, fields: [...rows.fields, ...added] };
  const model = settings.modelOf(after);
  added.forEach(({ definition }, i) =>
    errors.push(...checkField(definition, known, model, prefix(i))),
  );
  errors.push(...tooMany(after, object, model.objects.get(object)));
  return after;
}

/** Archived fields free their place in forms, but their columns stay. */
export function tooMany(
  { fields }: CustomRows,
  object: string,
  model: ModelObject | undefined,
): ValueError[] {
  const own = fields.filter((row) => row.object === object);
  const used = own.filter(({ archivedAt }) => archivedAt === null).length;
  const archived = own.length - used;
  // Eight columns are the most that a field of any kind has.
  const columns = (model ? layoutOf(model).width : 0) + archived * 8;
  if (used > mostFields) return [{ path: 'fields', code: 'tooMany', params: { max: mostFields } }];
  return columns > mostColumns
    ? [{ path: 'columns', code: 'tooMany', params: { max: mostColumns } }]
    : [];
}
