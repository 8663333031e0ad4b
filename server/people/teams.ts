import { v7 as uuidv7 } from 'uuid';
import { AppError, invalid, notFound, type ValueError } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { list } from '#engine/records/index.ts';
import { withTransaction } from '#engine/transaction.ts';
import { bumpWorkspace } from '#engine/workspaces.ts';
import type { People } from './people.ts';
import { changesOf, recordPeopleChange, requireAdministrator } from './people-history.ts';

export interface TeamValues {
  name: string;
  parentId: string | null;
  leaderId: string | null;
}

export async function createTeam(people: People, ctx: Ctx, values: TeamValues): Promise<string> {
  requireAdministrator(ctx);
  return withTransaction(ctx, async (inside) => {
    await bumpWorkspace(inside, people.workspaces);
    const id = uuidv7();
    await checkTeam(inside, id, values);
    const row = { name: values.name, parent_id: values.parentId, leader_id: values.leaderId };
    await inside.tables
      .insertInto('team')
      .values({ id, ...row })
      .execute();
    await recordPeopleChange(inside, 'team', id, 'create', changesOf({}, row));
    return id;
  });
}

export async function updateTeam(
  people: People,
  ctx: Ctx,
  id: string,
  patch: { [K in keyof TeamValues]?: TeamValues[K] | undefined },
): Promise<void> {
  requireAdministrator(ctx);
  await withTransaction(ctx, async (inside) => {
    await bumpWorkspace(inside, people.workspaces);
    const team = await inside.tables
      .selectFrom('team')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    if (!team) throw notFound();
    await checkTeam(inside, id, patch);
    const after = {
      ...(patch.name !== undefined && { name: patch.name }),
      ...(patch.parentId !== undefined && { parent_id: patch.parentId }),
      ...(patch.leaderId !== undefined && { leader_id: patch.leaderId }),
    };
    const changes = changesOf(team, after);
    if (Object.keys(changes).length === 0) return;
    await inside.tables.updateTable('team').set(after).where('id', '=', id).execute();
    await recordPeopleChange(inside, 'team', id, 'update', changes);
  });
}

/** Only an empty one: members, teams below and records are moved first, by somebody who knows where to. */
export async function removeTeam(people: People, ctx: Ctx, id: string): Promise<void> {
  requireAdministrator(ctx);
  await withTransaction(ctx, async (inside) => {
    await bumpWorkspace(inside, people.workspaces);
    const [below, members] = await Promise.all([
      inside.tables.selectFrom('team').select('name').where('parent_id', '=', id).execute(),
      inside.tables
        .selectFrom('member')
        .select('name')
        .where((eb) => eb(eb.val(id), '=', eb.fn.any('team_ids')))
        .execute(),
    ]);
    const users = [
      ...[...below, ...members].map(({ name }) => name),
      ...(await objectsOf(inside, id)),
    ];
    if (users.length > 0)
      throw new AppError('inUse', { params: { users: users.slice(0, 5).join(', ') } });
    const removed = await inside.tables
      .deleteFrom('team')
      .where('id', '=', id)
      .returning('name')
      .executeTakeFirst();
    if (!removed) throw notFound();
    await recordPeopleChange(inside, 'team', id, 'remove', { name: [removed.name, null] });
  });
}

/** Names of the objects that have records of the team. */
async function objectsOf(ctx: Ctx, teamId: string): Promise<string[]> {
  const where = { field: 'team', op: 'eq', value: teamId };
  const found: string[] = [];
  for (const object of ctx.model.objects.values()) {
    if (object.reach !== 'owned') continue;
    const { items } = await list(ctx, object.key, { where, limit: 1, fields: [object.title] });
    if (items.length > 0) found.push(object.pluralLabel[ctx.actor.language]);
  }
  return found;
}

async function checkTeam(
  ctx: Ctx,
  id: string,
  values: { [K in keyof TeamValues]?: TeamValues[K] | undefined },
): Promise<void> {
  const errors: ValueError[] = [];
  const teams = await ctx.tables.selectFrom('team').select(['id', 'name', 'parent_id']).execute();
  const { name, parentId, leaderId } = values;
  if (teams.some((team) => team.id !== id && team.name.toLowerCase() === name?.toLowerCase()))
    errors.push({ path: 'name', code: 'notUnique' });
  if (typeof parentId === 'string') {
    const parents = new Map(teams.map((team) => [team.id, team.parent_id]));
    if (!parents.has(parentId)) errors.push({ path: 'parentId', code: 'notFound' });
    else if (isBelow(parents, parentId, id)) errors.push({ path: 'parentId', code: 'cycle' });
  }
  if (typeof leaderId === 'string') {
    const leader = await ctx.tables
      .selectFrom('member')
      .select('id')
      .where('id', '=', leaderId)
      .where('active', '=', true)
      .executeTakeFirst();
    if (!leader) errors.push({ path: 'leaderId', code: 'notFound' });
  }
  if (errors.length > 0) throw invalid(errors);
}

/** Whether the team `id` is `from` or stands above it. */
function isBelow(parents: ReadonlyMap<string, string | null>, from: string, id: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null | undefined = from; at && !seen.has(at); at = parents.get(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
