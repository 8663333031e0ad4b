import { v7 as uuidv7 } from 'uuid';
import { invalid, notFound } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { withTransaction } from '#engine/transaction.ts';
import { bumpWorkspace } from '#engine/workspaces.ts';
import { limitTries } from './attempts.ts';
import { checkMemberValues } from './check-member-values.ts';
import { coreOf } from './core-tables.ts';
import type { People } from './people.ts';
import { recordPeopleChange, requireAdministrator } from './people-history.ts';
import { hashOf, newSecret } from './secrets.ts';

export interface Invited {
  name: string;
  /** Lower case. */
  email: string;
  roleId: string;
  teamIds: readonly string[];
  language: 'vi' | 'en';
}

const validMs = 72 * 3_600_000;

/** A member who cannot sign in yet, and a mail with the link by which they can. Returns the member's id. */
export async function inviteMember(people: People, ctx: Ctx, invited: Invited): Promise<string> {
  requireAdministrator(ctx);
  return withTransaction(ctx, async (inside) => {
    await bumpWorkspace(inside, people.workspaces);
    await limitInvitations(inside);
    const taken = await inside.tables
      .selectFrom('member')
      .select('id')
      .where((eb) => eb(eb.fn('lower', ['email']), '=', invited.email))
      .executeTakeFirst();
    await checkMemberValues(inside, invited, taken ? [{ path: 'email', code: 'notUnique' }] : []);
    const id = uuidv7();
    await inside.tables
      .insertInto('member')
      .values({
        id,
        name: invited.name,
        email: invited.email,
        role_id: invited.roleId,
        team_ids: [...invited.teamIds],
        language: invited.language,
      })
      .execute();
    const { name, email, roleId, teamIds } = invited;
    await recordPeopleChange(inside, 'member', id, 'invite', {
      name: [null, name],
      email: [null, email],
      roleId: [null, roleId],
      teamIds: [null, teamIds],
    });
    await mailInvitation(people, inside, { id, ...invited });
    return id;
  });
}

/** For a pending member: a new link, by mail; the old one stops working. */
export const resendInvitation = (people: People, ctx: Ctx, id: string): Promise<void> =>
  inviteAgain(ctx, id, (inside, member) => mailInvitation(people, inside, member));

/** The same without a mail, for whoever hands the link over: it proves nothing about the address. */
export const linkInvitation = (people: People, ctx: Ctx, id: string): Promise<string> =>
  inviteAgain(ctx, id, (inside, member) => makeLink(people, inside, member));

interface Pending {
  id: string;
  name: string;
  email: string;
  language: 'vi' | 'en';
}

async function inviteAgain<T>(
  ctx: Ctx,
  id: string,
  invite: (inside: Ctx, member: Pending) => Promise<T>,
): Promise<T> {
  requireAdministrator(ctx);
  return withTransaction(ctx, async (inside) => {
    await limitInvitations(inside);
    const member = await inside.tables
      .selectFrom('member')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    if (!member) throw notFound();
    // Nothing is left to accept.
    if (!member.active || member.user_id !== null)
      throw invalid([{ path: 'id', code: 'notFound' }]);
    await recordPeopleChange(inside, 'member', id, 'inviteAgain');
    const language = member.language === 'en' ? 'en' : 'vi';
    return invite(inside, { ...member, language });
  });
}

async function makeLink(people: People, ctx: Ctx, to: Pending): Promise<string> {
  const core = coreOf(ctx);
  const token = newSecret();
  await core
    .deleteFrom('invitation')
    .where('workspace_id', '=', ctx.workspace.id)
    .where('member_id', '=', to.id)
    .where('accepted_at', 'is', null)
    .execute();
  await core
    .insertInto('invitation')
    .values({
      id: uuidv7(),
      workspace_id: ctx.workspace.id,
      member_id: to.id,
      email: to.email,
      token_hash: hashOf(token),
      expires_at: new Date(Date.now() + validMs).toISOString(),
      accepted_at: null,
    })
    .execute();
  // After the #, a browser tells no server and no log.
  return `${people.publicUrl}/invitation#token=${token}`;
}

async function mailInvitation(people: People, ctx: Ctx, to: Pending): Promise<void> {
  const link = await makeLink(people, ctx, to);
  await people.queueMail(coreOf(ctx), {
    to: to.email,
    language: to.language,
    template: 'invitation',
    values: {
      name: to.name,
      inviter: ctx.actor.kind === 'member' ? ctx.actor.name : ctx.workspace.name,
      workspace: ctx.workspace.name,
      link,
    },
  });
}

/**
 * An administrator's session in wrong hands must not send mail to the world in our name. Counted in the transaction
 * of the mail: what is rolled back sends none.
 */
const limitInvitations = (ctx: Ctx) =>
  limitTries(coreOf(ctx), [{ name: 'invite', of: [ctx.workspace.id], most: 200, seconds: 3600 }]);
