import { wrongCredentials } from '#shared/errors.ts';
import { forgetTries, limitTries, networkOf } from './attempts.ts';
import { checkPassword, isPossiblePassword } from './check-password.ts';
import { forgetDevices } from './forget-devices.ts';
import { announceEnded } from './identity-cache.ts';
import type { Asking } from './identify.ts';
import type { Identity } from './identity.ts';
import { libraryHeaders, orStatus } from './library-headers.ts';
import { languageOf, type People } from './people.ts';
import { recordAudit } from './record-audit.ts';

/** Needs the current one, and ends every session but a new one for the browser that asks. */
export async function changePassword(
  people: People,
  request: Asking,
  identity: Identity,
  passwords: { currentPassword: string; newPassword: string },
): Promise<readonly string[]> {
  const { core } = people;
  const user = await personOf(people, identity.userId);
  const done = await limitPasswordTries(people, identity, request.ip);
  if (!isPossiblePassword(passwords.currentPassword)) throw wrongCredentials();
  checkPassword(passwords.newPassword, 'newPassword', [user.name, user.email]);
  const answer = await orStatus(
    people.auth.api.changePassword({
      body: { ...passwords, revokeOtherSessions: true },
      headers: libraryHeaders(request),
      returnHeaders: true,
    }),
  );
  if (typeof answer === 'number') throw wrongCredentials();
  await done();
  await passwordWasChanged(people, identity.userId, request.ip);
  await core.deleteFrom('verification').where('value', '=', identity.userId).execute();
  return answer.headers.getSetCookie();
}

/** Sessions have ended in the table; now everywhere, with a word to the person and a line in the audit. */
export async function passwordWasChanged(
  people: People,
  userId: string,
  address: string | null,
): Promise<void> {
  await announceEnded(people.core, { userId });
  people.identities.drop({ userId });
  await forgetDevices(people, userId);
  const user = await personOf(people, userId);
  await recordAudit(people.core, {
    action: 'changePassword',
    result: 'done',
    user_id: userId,
    address,
  });
  await people.queueMail(people.core, {
    to: user.email,
    language: await languageOf(people.core, people.workspaces, userId),
    template: 'passwordChanged',
    values: { name: user.name, link: `${people.publicUrl}/forgot-password` },
  });
}

/** Guessing a password from within a session that was left open; returns what to call after a success. */
export async function limitPasswordTries(people: People, identity: Identity, address: string) {
  const tries = [
    { name: 'own-password', of: [identity.userId, networkOf(address)], most: 5, seconds: 900 },
  ];
  await limitTries(people.core, tries);
  return () => forgetTries(people.core, tries);
}

const personOf = (people: People, userId: string) =>
  people.core
    .selectFrom('user')
    .select(['name', 'email'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
