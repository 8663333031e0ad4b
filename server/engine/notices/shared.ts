import type { Ctx } from '../context.ts';
import type { Candidate, EventChanges } from './read-changes.ts';

/** Members a record was shown to that their role does not reach, or whose team it was shown to. */
export function shared(ctx: Ctx, changes: readonly EventChanges[]): Candidate[] {
  return changes.flatMap(({ event, object, changes: { $share } }) => {
    // Another level for the same people is nothing new to them.
    if (!$share || $share[0] !== null) return [];
    return people(ctx, $share[1]).map(({ member, team }): Candidate => ({
      event,
      member,
      kind: 'shared',
      object: object.key,
      recordId: event.recordId,
      actor: event.actorId,
      at: event.at,
      params: team === undefined ? {} : { team },
      key: `shared:${event.recordId}:${event.at}`,
    }));
  });
}

function people({ directory }: Ctx, share: unknown): { member: string; team?: string }[] {
  if (typeof share !== 'object' || share === null) return [];
  if ('member' in share) return [{ member: String(share.member) }];
  if (!('team' in share)) return [];
  const team = String(share.team);
  return [...directory.members.values()]
    .filter(({ teamIds }) => teamIds.includes(team))
    .map(({ id }) => ({ member: id, team }));
}
