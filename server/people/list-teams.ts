import { notFound } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';

const teamsOf = (ctx: Ctx) =>
  ctx.tables
    .selectFrom('team')
    .select(['id', 'name', 'parent_id as parentId', 'leader_id as leaderId']);

export const listTeams = (ctx: Ctx) => teamsOf(ctx).orderBy('name').execute();

export async function getTeam(ctx: Ctx, id: string) {
  const team = await teamsOf(ctx).where('id', '=', id).executeTakeFirst();
  if (!team) throw notFound();
  return team;
}
