import { notFound } from '#shared/errors.ts';
import type { LayoutDefinition, PageLayout } from '#shared/page-layout.ts';
import type { Ctx } from '../context.ts';
import { everyone } from '#shared/page-layout.ts';
import { effectiveLayout } from '#shared/effective-layout.ts';
import { loadCustomRows, modelOf } from '../model/load-custom.ts';
import type { Workspaces } from '../workspaces.ts';
import { requireAdministrator } from './require-administrator.ts';

export interface LayoutSetting {
  /** Id of the role, or `everyone`. */
  role: string;
  definition: LayoutDefinition;
}

/** Layouts that were made for an object, and the one it has without any. */
export async function listLayouts(
  ctx: Ctx,
  { declarations }: Workspaces,
  key: string,
): Promise<{ items: LayoutSetting[]; derived: PageLayout }> {
  requireAdministrator(ctx);
  const rows = await loadCustomRows(ctx.db, ctx.workspace.schema);
  const object = modelOf(declarations.objects, rows, { archived: false }).objects.get(key);
  if (!object) throw notFound();
  return {
    items: [...object.layouts]
      // A role that is gone has left its layouts behind.
      .filter(([role]) => role === everyone || ctx.directory.roles.has(role))
      .map(([role, definition]) => ({ role, definition })),
    derived: effectiveLayout(object, {}),
  };
}
