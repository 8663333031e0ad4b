import { forbidden } from '#shared/errors.ts';
import type { Filter } from '#shared/filter.ts';
import type { Ctx } from '#engine/context.ts';
import { rightsIn, teamsBelow } from '#engine/directory.ts';

/** Which customers a sheet looks at, beside what the rights of its manager allow. */
export interface Whose {
  /** Undefined: all that the manager may see. */
  where: Filter | undefined;
}

/** The teams a member leads, with all below them. */
export function ledTeams({ directory: { teams } }: Ctx, memberId: string): string[] {
  const led = [...teams.values()].filter(({ leaderId }) => leaderId === memberId);
  return teamsBelow(
    teams,
    led.map(({ id }) => id),
  );
}

/** Whose customers a manager answers for: those of the teams they lead, or all they may see when they lead none. */
export function whoseOf(ctx: Ctx): Whose {
  const { actor, access } = ctx;
  if (actor.kind !== 'member') return { where: undefined };
  const led = ledTeams(ctx, actor.id);
  if (led.length > 0) return { where: ofTeams(ctx, led) };
  const { update } = access.of('account');
  if (!access.administrator && update !== true && !reachesOthers(ctx)) throw forbidden();
  return { where: undefined };
}

/** Those that no leader of a team answers for, so that none is missed. */
export function whoseOfNobody(ctx: Ctx): Whose {
  const led = [...ctx.directory.teams.values()].flatMap(({ leaderId }) =>
    leaderId !== null && ctx.directory.members.get(leaderId)?.active ? ledTeams(ctx, leaderId) : [],
  );
  return { where: led.length === 0 ? undefined : { not: ofTeams(ctx, [...new Set(led)]) } };
}

function ofTeams({ directory }: Ctx, teamIds: readonly string[]): Filter {
  const members = [...directory.members.values()]
    .filter((member) => member.teamIds.some((id) => teamIds.includes(id)))
    .map(({ id }) => id);
  return {
    or: [
      { field: 'team', op: 'in', value: teamIds },
      ...(members.length > 0 ? [{ field: 'owner', op: 'in' as const, value: members }] : []),
    ],
  };
}

function reachesOthers({ actor, directory }: Ctx): boolean {
  if (actor.kind !== 'member') return true;
  const update = rightsIn(directory.roles.get(actor.roleId), 'account')?.update;
  return update === 'team' || update === 'below' || update === 'all';
}
