import type { ObjectDefinition } from '#shared/define.ts';
import { AppError, conflict, notFound } from '#shared/errors.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { CustomRows, FieldRow, ObjectRow } from '../model/load-custom.ts';
import { recordsOf } from '../records/references.ts';
import type { Settings } from './change-model.ts';

export function findObject({ model }: Settings, key: string): ModelObject {
  const object = model.objects.get(key);
  if (!object) throw notFound();
  return object;
}

/** An object that an administrator made and did not archive; those of the program stay. */
export function findOwnObject(settings: Settings, key: string): ObjectRow {
  const row = settings.rows.objects.find((each) => each.key === key && each.archivedAt === null);
  if (row) return row;
  if (settings.model.objects.has(key)) throw conflict([{ path: 'object', code: 'readOnly' }]);
  throw notFound();
}

/** As the program declares it, when it does. */
export const findDeclared = ({ declared }: Settings, key: string): ObjectDefinition | undefined =>
  declared.find((each) => each.key === key);

export function findOwnField(
  settings: Settings,
  object: string,
  key: string,
  { archived }: { archived: boolean },
): FieldRow {
  const known = findObject(settings, object);
  const row = settings.rows.fields.find((each) => each.object === object && each.key === key);
  if (row && (row.archivedAt !== null) === archived) return row;
  if (!archived && known.fields.has(key)) throw conflict([{ path: 'field', code: 'readOnly' }]);
  throw notFound();
}

export const replaceObject = (rows: CustomRows, row: ObjectRow): CustomRows => ({
  ...rows,
  objects: rows.objects.map((each) => (each.id === row.id ? row : each)),
});

export const replaceField = (rows: CustomRows, row: FieldRow): CustomRows => ({
  ...rows,
  fields: rows.fields.map((each) => (each.id === row.id ? row : each)),
});

/** Fields of other objects that point to this one. */
export const pointingTo = ({ model }: Settings, key: string): ModelField[] =>
  [...model.objects.values()]
    .filter((object) => object.key !== key)
    .flatMap((object) => [...object.fields.values()])
    .filter((field) => recordsOf(model, field)?.key === key);

export const inUse = (users: readonly string[]): AppError =>
  new AppError('inUse', { params: { users: users.slice(0, 5).join(', ') } });
