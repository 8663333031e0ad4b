import { AppError, wrongCredentials } from '#shared/errors.ts';
import { countTry, forgetTries, limitTries, networkOf, returnTry } from './attempts.ts';
import { sessionCookieName } from './auth.ts';
import { isPossiblePassword } from './check-password.ts';
import type { Asking } from './identify.ts';
import { endSession } from './end-sessions.ts';
import { libraryHeaders, orStatus, withoutCookie } from './library-headers.ts';
import type { People } from './people.ts';
import { recordAudit } from './record-audit.ts';
import { hashOf } from './secrets.ts';

export interface SignedIn {
  /** Values of Set-Cookie. */
  cookies: readonly string[];
  /** The password was right, and a code is asked for next. */
  twoFactor: boolean;
}

/**
 * One answer for every wrong pair of address and password, in the same time. Guesses are counted per
 * account and address, so nobody can lock another person out from elsewhere.
 */
export async function signIn(
  people: People,
  request: Asking,
  { email, password }: { email: string; password: string },
): Promise<SignedIn> {
  const { core } = people;
  const account = email.toLowerCase();
  const network = networkOf(request.ip);
  const here = { name: 'sign-in', of: [account, network], most: 5, seconds: 900 };
  const fromHere = { name: 'sign-in-from', of: [network], most: 100, seconds: 900 };
  await limitTries(core, [here, fromHere]);
  await limitAccount(people, account, request.ip);
  if (!isPossiblePassword(password)) throw await refused(people, request, account);

  const headers = withoutCookie(libraryHeaders(request), sessionCookieName(people.publicUrl));
  const answer = await orStatus(
    people.auth.api.signInEmail({
      body: { email: account, password },
      headers,
      returnHeaders: true,
    }),
  );
  if (typeof answer === 'number') throw await refused(people, request, account);
  await Promise.all([forgetTries(core, [here]), returnTry(core, fromHere)]);
  const cookies = answer.headers.getSetCookie();
  // The second factor's plugin answers in place of the library, which its types do not know.
  if ('twoFactorRedirect' in answer.response) return { cookies, twoFactor: true };
  await finishSignIn(people, request, {
    userId: answer.response.user.id,
    token: answer.response.token,
  });
  return { cookies, twoFactor: false };
}

/** A session was made: keeps it when the person works somewhere, and ends the one it replaces. */
export async function finishSignIn(
  people: People,
  request: Asking,
  { userId, token }: { userId: string; token: string },
): Promise<void> {
  const { core } = people;
  const works = await core
    .selectFrom('membership')
    .select('member_id')
    .where('user_id', '=', userId)
    .where('active', '=', true)
    .limit(1)
    .executeTakeFirst();
  const session = await core
    .selectFrom('session')
    .select('id')
    .where('token', '=', hashOf(token))
    .executeTakeFirstOrThrow();
  if (!works) {
    await endSession(people, session.id);
    throw await refused(people, request, userId);
  }
  const before = await people.identify({
    headers: { cookie: request.headers.cookie },
    ip: request.ip,
  });
  if (before?.sessionId !== undefined) await endSession(people, before.sessionId);
  await recordAudit(core, {
    action: 'signIn',
    result: 'done',
    user_id: userId,
    subject: session.id,
    address: request.ip,
  });
}

/**
 * Guesses from many addresses at once. Whoever signed in from this address before is let through:
 * a flood of guesses must not keep the person out.
 */
async function limitAccount(people: People, account: string, address: string): Promise<void> {
  const limit = { name: 'sign-in-to', of: [account], most: 100, seconds: 3600 };
  const retryAfter = await countTry(people.core, limit);
  if (retryAfter === undefined) return;
  const familiar = await people.core
    .selectFrom('audit')
    .innerJoin('user', 'user.id', 'audit.user_id')
    .select('audit.id')
    .where('user.email', '=', account)
    .where('audit.action', '=', 'signIn')
    .where('audit.result', '=', 'done')
    .where('audit.address', '=', address)
    .limit(1)
    .executeTakeFirst();
  if (!familiar) throw new AppError('tooManyRequests', { retryAfter });
}

async function refused(people: People, request: Asking, account: string): Promise<AppError> {
  await recordAudit(people.core, {
    action: 'signIn',
    result: 'denied',
    subject: hashOf(account),
    address: request.ip,
  });
  return wrongCredentials();
}
