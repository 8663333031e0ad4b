import { notFound } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { requireAdministrator } from './people-history.ts';

const rolesOf = (ctx: Ctx) =>
  ctx.tables.selectFrom('role').select(['id', 'key', 'name', 'administrator', 'rights']);

export async function listRoles(ctx: Ctx) {
  requireAdministrator(ctx);
  return rolesOf(ctx).orderBy('created_at').orderBy('id').execute();
}

export async function getRole(ctx: Ctx, id: string) {
  requireAdministrator(ctx);
  const role = await rolesOf(ctx).where('id', '=', id).executeTakeFirst();
  if (!role) throw notFound();
  return role;
}
