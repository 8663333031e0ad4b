import { v7 as uuidv7 } from 'uuid';
import { AppError, conflict, invalid, notFound, type ValueError } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { scopes, type ObjectRights, type RoleRights } from '#engine/directory.ts';
import { withTransaction } from '#engine/transaction.ts';
import { bumpWorkspace } from '#engine/workspaces.ts';
import type { People } from './people.ts';
import { changesOf, recordPeopleChange, requireAdministrator } from './people-history.ts';

export async function createRole(
  people: People,
  ctx: Ctx,
  { name, rights }: { name: string; rights: RoleRights },
): Promise<string> {
  requireAdministrator(ctx);
  checkRights(ctx, rights);
  return withTransaction(ctx, async (inside) => {
    await bumpWorkspace(inside, people.workspaces);
    const id = uuidv7();
    await inside.tables
      .insertInto('role')
      .values({ id, key: `role_${id.replaceAll('-', '')}`, name, rights })
      .execute();
    await recordPeopleChange(inside, 'role', id, 'create', changesOf({}, { name, rights }));
    return id;
  });
}

export async function updateRole(
  people: People,
  ctx: Ctx,
  id: string,
  patch: { name?: string | undefined; rights?: RoleRights | undefined },
): Promise<void> {
  requireAdministrator(ctx);
  await withTransaction(ctx, async (inside) => {
    await bumpWorkspace(inside, people.workspaces);
    const role = await findRole(inside, id);
    if (patch.rights !== undefined) checkRights(ctx, patch.rights, role.rights);
    if (role.administrator && patch.rights !== undefined)
      throw conflict([{ path: 'rights', code: 'readOnly' }]);
    const changes = changesOf(role, patch);
    if (Object.keys(changes).length === 0) return;
    await inside.tables
      .updateTable('role')
      .set({
        ...(patch.name !== undefined && { name: patch.name }),
        ...(patch.rights !== undefined && { rights: patch.rights }),
      })
      .where('id', '=', id)
      .execute();
    await recordPeopleChange(inside, 'role', id, 'update', changes);
  });
}

/** One that nobody has, deactivated members included; the administrator's stays. */
export async function removeRole(people: People, ctx: Ctx, id: string): Promise<void> {
  requireAdministrator(ctx);
  await withTransaction(ctx, async (inside) => {
    await bumpWorkspace(inside, people.workspaces);
    const role = await findRole(inside, id);
    if (role.administrator) throw conflict([{ path: 'id', code: 'readOnly' }]);
    const holders = await inside.tables
      .selectFrom('member')
      .select('name')
      .where('role_id', '=', id)
      .limit(5)
      .execute();
    if (holders.length > 0)
      throw new AppError('inUse', {
        params: { users: holders.map(({ name }) => name).join(', ') },
      });
    await inside.tables.deleteFrom('role').where('id', '=', id).execute();
    await recordPeopleChange(inside, 'role', id, 'remove', { name: [role.name, null] });
  });
}

async function findRole(ctx: Ctx, id: string) {
  const role = await ctx.tables
    .selectFrom('role')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!role) throw notFound();
  return role;
}

/**
 * Objects and fields have to exist: a misspelt one would silently give or hide nothing. What every
 * record carries stays visible, since lists, conflicts and links are made of it. What the role has `kept` of
 * something archived may stay: it holds again when that comes back.
 */
function checkRights(ctx: Ctx, rights: RoleRights, kept: RoleRights = {}): void {
  const errors: ValueError[] = [];
  for (const [key, line] of Object.entries(rights)) {
    const object = ctx.model.objects.get(key);
    if (key !== '*' && !object && !kept[key])
      errors.push({ path: `rights.${key}`, code: 'notFound' });
    for (const verb of widerThanRead(line))
      errors.push({ path: `rights.${key}.${verb}`, code: 'notAnOption' });
    for (const [name, right] of Object.entries(line.fields ?? {})) {
      const path = `rights.${key}.fields.${name}`;
      const field = object?.fields.get(name);
      if (!field && kept[key]?.fields?.[name] !== undefined) continue;
      if (!field) errors.push({ path, code: 'notFound' });
      else if (field.system && right === 'hidden') errors.push({ path, code: 'notAnOption' });
    }
  }
  if (errors.length > 0) throw invalid(errors);
}

/** What one may change or remove but not see would answer, where it is refused, that it is there. */
const widerThanRead = ({ read, ...line }: ObjectRights) =>
  (['update', 'delete'] as const).filter(
    (verb) => scopes.indexOf(line[verb]) > scopes.indexOf(read),
  );
