import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { invalid } from '#shared/errors.ts';
import type { Db } from '#engine/db.ts';
import { kyselyOn } from '#engine/transaction.ts';
import { checkPassword } from './check-password.ts';
import type { CoreTables } from './core-tables.ts';
import { hashPassword, verifyPassword } from './hash-password.ts';
import { presetRoles } from './preset-roles.ts';
import { createUser, findUser } from './users.ts';

export interface FirstAdministrator {
  adminName: string;
  adminEmail: string;
  adminPassword: string;
}

export interface SeededWorkspace {
  id: string;
  schema: string;
  language: 'vi' | 'en';
}

/** Preset roles and the first administrator; `db` is the transaction that creates the workspace. */
export async function seedPeople(
  db: Db,
  { id: workspaceId, schema, language }: SeededWorkspace,
  { adminName, adminEmail, adminPassword }: FirstAdministrator,
): Promise<{ userId: string; memberId: string }> {
  const plain = kyselyOn(db);
  const tables = plain.withSchema(schema);
  const core = plain.withSchema('core').withTables<CoreTables>();
  const email = adminEmail.trim().toLowerCase();
  if (!z.email().safeParse(email).success)
    throw invalid([{ path: 'adminEmail', code: 'badEmail' }]);
  const roles = Object.values(presetRoles).map((role) => ({ id: uuidv7(), ...role }));
  await tables
    .insertInto('role')
    .values(
      roles.map(({ id, key, name, administrator, rights }) => ({
        id,
        key,
        name: name[language],
        administrator,
        rights,
      })),
    )
    .execute();
  const known = await findUser(core, email);
  const userId = known
    ? await provenUser(known, adminPassword)
    : await newUser(core, { name: adminName, email, password: adminPassword });
  const memberId = uuidv7();
  await tables
    .insertInto('member')
    .values({
      id: memberId,
      user_id: userId,
      name: adminName,
      email,
      role_id: roles[0]?.id ?? '',
      language,
    })
    .execute();
  await core
    .insertInto('membership')
    .values({ user_id: userId, workspace_id: workspaceId, member_id: memberId })
    .execute();
  return { userId, memberId };
}

async function newUser(
  core: Parameters<typeof createUser>[0],
  person: { name: string; email: string; password: string },
): Promise<string> {
  checkPassword(person.password, 'adminPassword', [person.name, person.email]);
  return createUser(core, { ...person, passwordHash: await hashPassword(person.password) });
}

/** Somebody who works in another workspace keeps their password, and shows that they know it. */
async function provenUser(user: { id: string; password: string | null }, password: string) {
  if (user.password === null || !(await verifyPassword(user.password, password)))
    throw invalid([{ path: 'adminPassword', code: 'notUnique' }]);
  return user.id;
}
