import { invalid, notFound } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import type { CustomObject } from '../model/build-model.ts';
import type { Workspaces } from '../workspaces.ts';
import type { CustomRows } from '../model/load-custom.ts';
import { changeModel, type Settings } from './change-model.ts';
import { checkObject } from './check-object.ts';
import { findDeclared, findOwnObject, replaceObject } from './find-setting.ts';
import type { ObjectPatch } from './input.ts';
import { presentObject, type ObjectSetting } from './present-settings.ts';
import { shapeObject } from './shape-object.ts';

/** Changes how an object of any kind is called, shown and searched; key, path and reach stay. */
export const changeObject = (
  ctx: Ctx,
  workspaces: Workspaces,
  key: string,
  patch: ObjectPatch,
): Promise<ObjectSetting> =>
  changeModel(ctx, workspaces, (settings, inside) => {
    const rows = changedObject(settings, inside, key, patch);
    return { rows, result: presentObject(settings.declared, rows, key) };
  });

export function changedObject(
  settings: Settings,
  ctx: Ctx,
  key: string,
  patch: ObjectPatch,
): CustomRows {
  const declared = findDeclared(settings, key);
  if (declared) return shapeObject(settings, ctx, declared, patch);
  const row = findOwnObject(settings, key);
  // Filters of views are checked below, the rest by the schema of the patch.
  const definition = { ...row.definition, ...patch } as CustomObject;
  const rows = replaceObject(settings.rows, { ...row, definition });
  const model = settings.modelOf(rows);
  const object = model.objects.get(key);
  if (!object) throw notFound();
  const errors = checkObject(ctx, object, model);
  if (errors.length > 0) throw invalid(errors);
  return rows;
}
