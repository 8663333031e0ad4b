import { notFound } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import type { Workspaces } from '../workspaces.ts';
import { changeModel } from './change-model.ts';
import { findObject } from './find-setting.ts';
import { layoutRow, replaceLayout } from './replace-layout.ts';

/** Takes a layout back: the role has everyone's again, and everyone what the object itself says. */
export const removeLayout = (
  ctx: Ctx,
  workspaces: Workspaces,
  object: string,
  role: string,
): Promise<void> =>
  changeModel(ctx, workspaces, (settings) => {
    findObject(settings, object);
    if (!layoutRow(settings.rows, object, role)?.definition) throw notFound();
    return { rows: replaceLayout(settings.rows, object, role, null), result: undefined };
  });
