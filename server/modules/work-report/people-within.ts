import type { Ctx } from '#engine/context.ts';
import { rightsIn } from '#engine/directory.ts';

/**
 * Whose work the actor answers for by their role: undefined is everybody's. What somebody else's work shows of itself,
 * because one takes part in it or sees its customer, would make a report of it that lacks the rest.
 */
export function peopleWithin({ actor, access, directory }: Ctx): readonly string[] | undefined {
  if (actor.kind !== 'member' || access.administrator) return undefined;
  const scope = rightsIn(directory.roles.get(actor.roleId), 'activity')?.read ?? 'none';
  if (scope === 'all') return undefined;
  if (scope === 'none') return [];
  if (scope === 'own') return [actor.id];
  const teams = new Set(scope === 'team' ? actor.teamIds : actor.teamIdsBelow);
  const theirs = [...directory.members.values()].filter(({ teamIds }) =>
    teamIds.some((id) => teams.has(id)),
  );
  return [...new Set([actor.id, ...theirs.map(({ id }) => id)])];
}
