import { unauthenticated } from '#shared/errors.ts';
import type { Actor, WorkspaceSettings } from './context.ts';
import { teamsBelow, type Directory } from './directory.ts';

/** Acts without a person; the reason stands in the history. */
export const systemActor = (reason: string, settings?: Partial<WorkspaceSettings>): Actor => ({
  kind: 'system',
  reason,
  language: settings?.language ?? 'vi',
  timeZone: settings?.timeZone ?? 'Asia/Ho_Chi_Minh',
});

/** The member as an actor; refuses one that is gone or deactivated. */
export function memberActor(
  directory: Directory,
  memberId: string,
  settings: WorkspaceSettings,
  apiKeyId?: string,
): Actor {
  const member = directory.members.get(memberId);
  if (!member?.active) throw unauthenticated();
  const led = [...directory.teams.values()]
    .filter((team) => team.leaderId === memberId)
    .map((team) => team.id);
  return {
    kind: 'member',
    id: member.id,
    name: member.name,
    roleId: member.roleId,
    teamIds: member.teamIds,
    teamIdsBelow: teamsBelow(directory.teams, [...member.teamIds, ...led]),
    language: member.language,
    timeZone: member.timeZone ?? settings.timeZone,
    ...(apiKeyId && { apiKeyId }),
  };
}
