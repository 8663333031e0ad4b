import { conflict, notFound } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import type { Workspaces } from '../workspaces.ts';
import { changeModel } from './change-model.ts';
import { findDeclared } from './find-setting.ts';
import { afterReset, replaceOverlay } from './overlay.ts';
import { presentObject, type ObjectSetting } from './present-settings.ts';

/** Gives back an object as the program declares it; fields that were added stay. */
export const resetObject = (
  ctx: Ctx,
  workspaces: Workspaces,
  key: string,
): Promise<ObjectSetting> =>
  changeModel(ctx, workspaces, (settings) => {
    const declared = findDeclared(settings, key);
    if (!declared) {
      if (!settings.model.objects.has(key)) throw notFound();
      throw conflict([{ path: 'object', code: 'readOnly' }]);
    }
    const rows = replaceOverlay(settings.rows, key, afterReset(settings.rows, declared));
    return { rows, result: presentObject(settings.declared, rows, key) };
  });
