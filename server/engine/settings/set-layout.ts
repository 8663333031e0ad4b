import { invalid, notFound } from '#shared/errors.ts';
import type { LayoutDefinition } from '#shared/page-layout.ts';
import type { Ctx } from '../context.ts';
import { everyone } from '#shared/page-layout.ts';
import { isId } from '../records/get.ts';
import type { Workspaces } from '../workspaces.ts';
import type { CustomRows } from '../model/load-custom.ts';
import { changeModel, type Settings } from './change-model.ts';
import { checkLayout } from './check-layout.ts';
import { findObject } from './find-setting.ts';
import type { LayoutSetting } from './list-layouts.ts';
import { replaceLayout } from './replace-layout.ts';
import { requireAdministrator } from './require-administrator.ts';

/** Says how pages and forms of an object look to a role, or to `everyone` else. */
export async function setLayout(
  ctx: Ctx,
  workspaces: Workspaces,
  object: string,
  role: string,
  definition: LayoutDefinition,
): Promise<LayoutSetting> {
  requireAdministrator(ctx);
  const isSaved = await isSavedForEveryone(ctx, object, definition.defaultView);
  return changeModel(ctx, workspaces, (settings, inside) => ({
    rows: laidOut(settings, inside, object, { role, definition }, isSaved),
    result: { role, definition },
  }));
}

export function laidOut(
  settings: Settings,
  { directory }: Ctx,
  object: string,
  { role, definition }: LayoutSetting,
  isSavedView: boolean,
): CustomRows {
  if (role !== everyone && !directory.roles.has(role)) throw notFound();
  const known = findObject(settings, object);
  const errors = checkLayout(settings.model, known, definition, isSavedView);
  if (errors.length > 0) throw invalid(errors);
  return replaceLayout(settings.rows, object, role, definition);
}

/** A view that only some may open cannot be what others begin with. */
export async function isSavedForEveryone(ctx: Ctx, object: string, id = ''): Promise<boolean> {
  if (!isId(id)) return false;
  const found = await ctx.tables
    .selectFrom('saved_view')
    .select('id')
    .where('id', '=', id)
    .where('object', '=', object)
    .where('audience', '=', 'everyone')
    .executeTakeFirst();
  return found !== undefined;
}
