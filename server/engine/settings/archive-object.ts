import type { Ctx } from '../context.ts';
import type { Workspaces } from '../workspaces.ts';
import { changeModel } from './change-model.ts';
import { findOwnObject, inUse, pointingTo, replaceObject } from './find-setting.ts';
import { presentObject, type ObjectSetting } from './present-settings.ts';

/** Takes an object out of use; its records stay and come back with `restoreObject`. */
export const archiveObject = (
  ctx: Ctx,
  workspaces: Workspaces,
  key: string,
): Promise<ObjectSetting> =>
  changeModel(ctx, workspaces, (settings) => {
    const row = findOwnObject(settings, key);
    const users = pointingTo(settings, key);
    if (users.length > 0) throw inUse(users.map(({ label }) => label[ctx.actor.language]));
    const rows = replaceObject(settings.rows, { ...row, archivedAt: ctx.now.toISOString() });
    return { rows, result: presentObject(settings.declared, rows, key) };
  });
