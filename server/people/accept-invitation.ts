import { malformed, unauthenticated, invalid } from '#shared/errors.ts';
import { systemActor } from '#engine/actor.ts';
import { withTransaction } from '#engine/transaction.ts';
import { bumpWorkspace } from '#engine/workspaces.ts';
import { limitTries, networkOf } from './attempts.ts';
import { checkPassword } from './check-password.ts';
import { coreOf } from './core-tables.ts';
import { endSessionsOn } from './end-sessions.ts';
import { hashPassword } from './hash-password.ts';
import type { Asking } from './identify.ts';
import type { Identity } from './identity.ts';
import type { People } from './people.ts';
import { recordPeopleChange } from './people-history.ts';
import { hashOf } from './secrets.ts';
import { createUser, setPassword } from './users.ts';

export interface Accepting {
  token: string;
  name?: string | undefined;
  password?: string | undefined;
}

/**
 * Who holds the link has the mailbox: a new person chooses name and password, one who works in
 * another workspace has to be signed in. Works once.
 */
export async function acceptInvitation(
  people: People,
  request: Asking,
  identity: Identity | undefined,
  accepting: Accepting,
): Promise<{ email: string; workspaceId: string }> {
  const invitation = await findInvitation(people, request, accepting.token);
  const { email, workspaceId, user } = invitation;
  if (invitation.signIn && identity?.userId !== user?.id) throw unauthenticated();
  const name = accepting.name ?? user?.name ?? invitation.name;
  const passwordHash = invitation.signIn
    ? undefined
    : await newPasswordHash(accepting.password, [name, email]);

  const system = systemActor('acceptInvitation');
  const ctx = await people.workspaces.context(workspaceId, system);
  const userId = await withTransaction(ctx, async (inside) => {
    const core = coreOf(inside);
    await bumpWorkspace(inside, people.workspaces);
    const accepted = await core
      .updateTable('invitation')
      .set({ accepted_at: new Date().toISOString() })
      .where('id', '=', invitation.id)
      .where('accepted_at', 'is', null)
      .returning('member_id')
      .executeTakeFirst();
    if (!accepted) throw badToken();
    const id =
      user?.id ?? (await createUser(core, { name, email, passwordHash: passwordHash ?? '' }));
    if (user && passwordHash !== undefined) {
      await setPassword(core, id, passwordHash);
      await endSessionsOn(core, id);
    }
    await inside.tables
      .updateTable('member')
      .set({ user_id: id, name })
      .where('id', '=', accepted.member_id)
      .execute();
    await core
      .insertInto('membership')
      .values({ user_id: id, workspace_id: workspaceId, member_id: accepted.member_id })
      .execute();
    await recordPeopleChange(inside, 'member', accepted.member_id, 'acceptInvitation', {
      name: [invitation.name, name],
    });
    return id;
  });
  people.identities.drop({ userId });
  return { email, workspaceId };
}

/** What the page shows before: whose invitation, to where, and whether to sign in or to choose a password. */
export async function findInvitation(people: People, request: Asking, token: string) {
  await limitTries(people.core, [
    { name: 'invitation-from', of: [networkOf(request.ip)], most: 30, seconds: 900 },
  ]);
  // One statement: another use of the link between two would be taken for a person who works elsewhere.
  const row = await people.core
    .selectFrom('invitation')
    .innerJoin('workspace', 'workspace.id', 'invitation.workspace_id')
    .leftJoin('user', 'user.email', 'invitation.email')
    .select(['invitation.id', 'invitation.email', 'workspace_id', 'member_id'])
    .select(['workspace.name as workspace', 'user.id as userId', 'user.name as userName'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('membership')
            .select('membership.member_id')
            .whereRef('membership.user_id', '=', 'user.id')
            .where('membership.active', '=', true),
        )
        .as('works'),
    )
    .where('token_hash', '=', hashOf(token))
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', new Date().toISOString())
    .executeTakeFirst();
  if (!row) throw badToken();
  const { directory } = await people.workspaces.open(row.workspace_id);
  return {
    id: row.id,
    email: row.email,
    workspaceId: row.workspace_id,
    workspace: row.workspace,
    name: directory.members.get(row.member_id)?.name ?? row.email,
    user: row.userId === null ? undefined : { id: row.userId, name: row.userName ?? row.email },
    /** Somebody deactivated everywhere cannot sign in, so they choose a password like a new person. */
    signIn: row.works === true,
  };
}

async function newPasswordHash(password: string | undefined, person: readonly string[]) {
  if (password === undefined) throw invalid([{ path: 'password', code: 'required' }]);
  checkPassword(password, 'password', person);
  return hashPassword(password);
}

const badToken = () => malformed([{ path: 'token', code: 'notFound' }]);
