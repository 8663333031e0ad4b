import { invalid, notFound } from '#shared/errors.ts';
import type { LayoutDefinition } from '#shared/page-layout.ts';
import type { Ctx } from '../context.ts';
import { everyone } from '../model/build-model.ts';
import { isId } from '../records/get.ts';
import type { Workspaces } from '../workspaces.ts';
import { changeModel } from './change-model.ts';
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
  if (role !== everyone && !ctx.directory.roles.has(role)) throw notFound();
  const isSaved = await isSavedForEveryone(ctx, object, definition.defaultView);
  return changeModel(ctx, workspaces, (settings) => {
    const known = findObject(settings, object);
    const errors = checkLayout(settings.model, known, definition, isSaved);
    if (errors.length > 0) throw invalid(errors);
    const rows = replaceLayout(settings.rows, object, role, definition);
    return { rows, result: { role, definition } };
  });
}

/** A view that only some may open cannot be what others begin with. */
async function isSavedForEveryone(ctx: Ctx, object: string, id = ''): Promise<boolean> {
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
