import { unauthenticated } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import type { Identity, KeyScope } from './identity.ts';
import type { People } from './people.ts';
import { describePersonal } from './personal-settings.ts';
import type { Preview } from './preview.ts';

const reading: KeyScope[] = ['read'];

/**
 * The person, their member in this workspace, and where else they work. In a preview, who is looked with, while what
 * concerns only the looks of the screen and the sign-in stays that of who looks.
 */
export async function describeMe(people: People, ctx: Ctx, identity: Identity, preview?: Preview) {
  const shownId = preview?.memberId ?? identity.memberId;
  const member = ctx.directory.members.get(shownId);
  const role = member && ctx.directory.roles.get(member.roleId);
  // One after the other: inside a transaction there is one connection.
  const own = await describePersonal(ctx, identity.memberId);
  const { favourites, picture } = preview ? await describePersonal(ctx, shownId) : own;
  const [user, workspaces] = await Promise.all([
    people.core
      .selectFrom('user')
      .select('two_factor_enabled')
      .where('id', '=', identity.userId)
      .executeTakeFirst(),
    people.core
      .selectFrom('membership')
      .innerJoin('workspace', 'workspace.id', 'membership.workspace_id')
      .select(['workspace.id', 'workspace.key', 'workspace.name'])
      .where('user_id', '=', identity.userId)
      .where('active', '=', true)
      .orderBy('workspace.name')
      .execute(),
  ]);
  if (!member || !role || !user) throw unauthenticated();
  const { id, key, name, settings } = ctx.workspace;
  return {
    id: member.id,
    userId: identity.userId,
    name: member.name,
    email: member.email,
    language: preview?.language ?? member.language,
    timeZone: member.timeZone,
    role: { id: role.id, name: role.name, administrator: role.administrator },
    teamIds: [...member.teamIds],
    twoFactor: user.two_factor_enabled,
    scopes: preview ? reading : [...identity.scopes],
    workspace: {
      id,
      key,
      name,
      language: settings.language,
      currency: settings.currency,
      timeZone: settings.timeZone,
    },
    ...own,
    favourites,
    picture,
    preview: preview ? { by: preview.by, role: { id: role.id, name: role.name } } : null,
    // A key belongs to one workspace and tells of no other.
    workspaces: identity.apiKeyId === undefined ? workspaces : [{ id, key, name }],
  };
}
