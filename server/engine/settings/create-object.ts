import { v7 as newId } from 'uuid';
import { invalid, type ValueError } from '#shared/errors.ts';
import { f } from '#shared/fields/index.ts';
import type { Ctx } from '../context.ts';
import type { CustomObject } from '../model/build-model.ts';
import type { ObjectRow } from '../model/load-custom.ts';
import { tableName } from '../records/sql.ts';
import type { Workspaces } from '../workspaces.ts';
import { addFields } from './add-fields.ts';
import { changeModel, type Settings } from './change-model.ts';
import { checkObject } from './check-object.ts';
import type { FieldInput, ObjectInput } from './input.ts';
import { mostObjects } from './limits.ts';
import { presentObject, type ObjectSetting } from './present-settings.ts';
import { reservedObjectKeys, reservedPaths } from './reserved-keys.ts';

/** Makes an object with its table. Its first fields may come with it, others are added later. */
export const createObject = (
  ctx: Ctx,
  workspaces: Workspaces,
  { fields, ...input }: ObjectInput,
): Promise<ObjectSetting> =>
  changeModel(ctx, workspaces, (settings, inside) => {
    const errors = checkNames(settings, input);
    // Of no use as names: everything below would only repeat it.
    if (errors.length > 0) throw invalid(errors);
    const row: ObjectRow = {
      id: newId(),
      key: input.key,
      // Checked against the type of a definition by its schema; filters of views below.
      definition: input as CustomObject,
      archivedAt: null,
    };
    const withObject = { ...settings.rows, objects: [...settings.rows.objects, row] };
    const rows = addFields(
      settings,
      withObject,
      input.key,
      withTitle(input.title, fields),
      errors,
      (i) => (fields.length === 0 ? 'title.' : `fields.${i}.`),
    );
    const model = settings.modelOf(rows);
    const object = model.objects.get(input.key);
    if (object) errors.push(...checkObject(inside, object, model));
    if (rows.objects.filter(({ archivedAt }) => archivedAt === null).length > mostObjects)
      errors.push({ path: 'objects', code: 'tooMany', params: { max: mostObjects } });
    if (errors.length > 0) throw invalid(errors);
    return { rows, result: presentObject(settings.declared, rows, input.key) };
  });

const withTitle = (key: string, fields: readonly FieldInput[]): readonly FieldInput[] =>
  fields.length > 0
    ? fields
    : [{ key, ...f.text({ vi: 'Tên', en: 'Name' }, { required: true, index: true }) }];

const longestName = 63;

export function checkNames(
  { rows, model }: Pick<Settings, 'rows' | 'model'>,
  { key, path }: Pick<ObjectInput, 'key' | 'path'>,
): ValueError[] {
  const errors: ValueError[] = [];
  const keys = new Set([...model.objects.keys(), ...rows.objects.map((row) => row.key)]);
  const paths = new Set([
    ...model.byPath.keys(),
    ...rows.objects.map(({ definition }) => definition.path),
  ]);
  if (keys.has(key) || reservedObjectKeys.has(key)) errors.push({ path: 'key', code: 'notUnique' });
  // Each capital letter takes two characters in the name of the table.
  if (tableName({ key, custom: true }).length > longestName)
    errors.push({ path: 'key', code: 'tooLong', params: { max: longestName } });
  if (paths.has(path) || reservedPaths.has(path)) errors.push({ path: 'path', code: 'notUnique' });
  return errors;
}
