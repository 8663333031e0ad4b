import { v7 as uuidv7 } from 'uuid';
import type { Core } from './core-tables.ts';

/** A person with a password, in the tables of the sign-in library and the caller's transaction. */
export async function createUser(
  core: Core,
  person: { name: string; email: string; passwordHash: string },
): Promise<string> {
  const id = uuidv7();
  await core
    .insertInto('user')
    .values({ id, name: person.name, email: person.email.toLowerCase(), email_verified: true })
    .execute();
  await core
    .insertInto('account')
    .values({
      id: uuidv7(),
      user_id: id,
      provider_id: 'credential',
      account_id: id,
      password: person.passwordHash,
    })
    .execute();
  return id;
}

export async function setPassword(core: Core, userId: string, passwordHash: string): Promise<void> {
  await core
    .updateTable('account')
    .set({ password: passwordHash, updated_at: new Date().toISOString() })
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .execute();
  await core.deleteFrom('verification').where('value', '=', userId).execute();
}

export const findUser = (core: Core, email: string) =>
  core
    .selectFrom('user')
    .leftJoin('account', (join) =>
      join.onRef('account.user_id', '=', 'user.id').on('account.provider_id', '=', 'credential'),
    )
    .select(['user.id', 'user.name', 'user.email', 'account.password'])
    .where('user.email', '=', email.toLowerCase())
    .executeTakeFirst();
