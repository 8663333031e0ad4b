import { z } from 'zod';
import { v7 as uuidv7 } from 'uuid';
import { invalid, notFound } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { withTransaction } from '#engine/transaction.ts';
import { bumpWorkspace, type Workspaces } from '#engine/workspaces.ts';
import { checkPassword } from './check-password.ts';
import { coreOf, type Core } from './core-tables.ts';
import { endSessionsOn } from './end-sessions.ts';
import { hashPassword } from './hash-password.ts';
import { recordPeopleChange } from './people-history.ts';
import { recordAudit } from './record-audit.ts';
import { createUser, findUser, setPassword } from './users.ts';

/** `user add`: a member who can sign in at once. A person of another workspace keeps their password. */
export async function addUser(
  workspaces: Workspaces,
  ctx: Ctx,
  person: { name: string; email: string; password?: string; role: string },
): Promise<{ userId: string; memberId: string }> {
  const email = person.email.trim().toLowerCase();
  if (!z.email().safeParse(email).success) throw invalid([{ path: 'email', code: 'badEmail' }]);
  const known = await findUser(coreOf(ctx), email);
  const passwordHash = known ? '' : await checkedHash(person.password, [person.name, email]);
  return withTransaction(ctx, async (inside) => {
    await bumpWorkspace(inside, workspaces);
    const core = coreOf(inside);
    const role = await inside.tables
      .selectFrom('role')
      .select('id')
      .where((eb) => eb.or([eb('key', '=', person.role), eb('name', '=', person.role)]))
      .executeTakeFirst();
    if (!role) throw invalid([{ path: 'role', code: 'notFound' }]);
    const userId =
      known?.id ?? (await createUser(core, { name: person.name, email, passwordHash }));
    const pending = await inside.tables
      .selectFrom('member')
      .select(['id', 'user_id'])
      .where((eb) => eb(eb.fn('lower', ['email']), '=', email))
      .executeTakeFirst();
    if (pending && pending.user_id !== null) throw invalid([{ path: 'email', code: 'notUnique' }]);
    const memberId = pending?.id ?? uuidv7();
    const row = { user_id: userId, name: person.name, email, role_id: role.id };
    await (pending
      ? inside.tables.updateTable('member').set(row).where('id', '=', memberId).execute()
      : inside.tables
          .insertInto('member')
          .values({ id: memberId, ...row, language: inside.workspace.settings.language })
          .execute());
    await core
      .deleteFrom('invitation')
      .where('workspace_id', '=', inside.workspace.id)
      .where('member_id', '=', memberId)
      .execute();
    await core
      .insertInto('membership')
      .values({ user_id: userId, workspace_id: inside.workspace.id, member_id: memberId })
      .execute();
    await recordPeopleChange(inside, 'member', memberId, 'create', {
      name: [null, person.name],
      email: [null, email],
    });
    return { userId, memberId };
  });
}

/** `user reset-password`: ends every session of the person, in running servers too. */
export async function resetUserPassword(
  core: Core,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const user = await findUser(core, email.trim());
  if (!user) throw notFound();
  const passwordHash = await checkedHash(password, [user.name, user.email]);
  await core.transaction().execute(async (inside) => {
    await setPassword(inside, user.id, passwordHash);
    await endSessionsOn(inside, user.id);
    await recordAudit(inside, { action: 'changePassword', result: 'done', user_id: user.id });
  });
}

async function checkedHash(password: string | undefined, person: readonly string[]) {
  if (password === undefined) throw invalid([{ path: 'password', code: 'required' }]);
  checkPassword(password, 'password', person);
  return hashPassword(password);
}
