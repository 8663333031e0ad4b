import { malformed } from '#shared/errors.ts';
import { limitTries, networkOf } from './attempts.ts';
import { passwordWasChanged } from './change-password.ts';
import { checkPassword } from './check-password.ts';
import type { Asking } from './identify.ts';
import { orStatus } from './library-headers.ts';
import type { People } from './people.ts';
import { hashOf } from './secrets.ts';

/** The link works once and for the person it was sent to; a second factor is still asked for after it. */
export async function resetPassword(
  people: People,
  request: Asking,
  { token, newPassword }: { token: string; newPassword: string },
): Promise<void> {
  const { core } = people;
  await limitTries(core, [
    { name: 'reset-from', of: [networkOf(request.ip)], most: 20, seconds: 900 },
  ]);
  // The library names the row so, and hashes the name.
  const pending = await core
    .selectFrom('verification')
    .innerJoin('user', 'user.id', 'verification.value')
    .select(['user.id', 'user.name', 'user.email'])
    .where('identifier', '=', hashOf(`reset-password:${token}`))
    .where('verification.expires_at', '>', new Date().toISOString())
    .executeTakeFirst();
  if (!pending) throw badToken();
  checkPassword(newPassword, 'newPassword', [pending.name, pending.email]);
  const answer = await orStatus(people.auth.api.resetPassword({ body: { token, newPassword } }));
  if (typeof answer === 'number') throw badToken();
  // Other links and half-finished sign-ins of the old password.
  await core.deleteFrom('verification').where('value', '=', pending.id).execute();
  await passwordWasChanged(people, pending.id, request.ip);
}

const badToken = () => malformed([{ path: 'token', code: 'notFound' }]);
