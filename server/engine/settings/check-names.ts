import { invalid } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import { loadCustomRows, modelOf } from '../model/load-custom.ts';
import type { Workspaces } from '../workspaces.ts';
import { checkNames } from './create-object.ts';
import { requireAdministrator } from './require-administrator.ts';

/** Whether a new object could be called so: told while somebody types it. */
export async function checkObjectNames(
  ctx: Ctx,
  { declarations }: Workspaces,
  names: { key: string; path: string },
): Promise<void> {
  requireAdministrator(ctx);
  const rows = await loadCustomRows(ctx.db, ctx.workspace.schema);
  const model = modelOf(declarations.objects, rows, { archived: false });
  const errors = checkNames({ rows, model }, names);
  if (errors.length > 0) throw invalid(errors);
}
