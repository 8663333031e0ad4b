import { invalid, type ValueError } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';

/** Role and teams have to be of this workspace; all that are not are named at once. */
export async function checkMemberValues(
  ctx: Ctx,
  values: { roleId?: string | undefined; teamIds?: readonly string[] | undefined },
  others: readonly ValueError[] = [],
): Promise<void> {
  const errors = [...others];
  const { roleId, teamIds = [] } = values;
  if (roleId !== undefined) {
    const role = await ctx.tables
      .selectFrom('role')
      .select('id')
      .where('id', '=', roleId)
      .executeTakeFirst();
    if (!role) errors.push({ path: 'roleId', code: 'notFound' });
  }
  if (teamIds.length > 0) {
    const teams = await ctx.tables
      .selectFrom('team')
      .select('id')
      .where('id', 'in', teamIds)
      .execute();
    const known = new Set(teams.map(({ id }) => id));
    teamIds.forEach((id, index) => {
      if (!known.has(id)) errors.push({ path: `teamIds.${index}`, code: 'notFound' });
    });
  }
  if (errors.length > 0) throw invalid(errors);
}
