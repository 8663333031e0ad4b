import { AppError, invalid, wrongCredentials } from '#shared/errors.ts';
import { forgetTries, limitTries, networkOf } from './attempts.ts';
import { cookiePrefix, sessionCookieName } from './auth.ts';
import { endOtherSessions } from './end-sessions.ts';
import type { Asking } from './identify.ts';
import type { Identity } from './identity.ts';
import { libraryHeaders, orStatus, withoutCookie } from './library-headers.ts';
import { limitPasswordTries } from './change-password.ts';
import type { People } from './people.ts';
import { recordAudit } from './record-audit.ts';
import { hashOf } from './secrets.ts';
import { finishSignIn, type SignedIn } from './sign-in.ts';

/** Finishes a sign-in with a code of the authenticator, or one of the recovery codes. */
export async function verifySecondFactor(
  people: People,
  request: Asking,
  proof: { code: string } | { recoveryCode: string },
): Promise<SignedIn> {
  const headers = withoutCookie(libraryHeaders(request), sessionCookieName(people.publicUrl));
  const challenge = challengeOf(people, request);
  const tries = [
    { name: 'second-factor', of: [challenge], most: 5, seconds: 900 },
    { name: 'second-factor-from', of: [networkOf(request.ip)], most: 50, seconds: 900 },
  ];
  await limitTries(people.core, tries);
  const answer = await orStatus(
    'code' in proof
      ? people.auth.api.verifyTOTP({ body: { code: proof.code }, headers, returnHeaders: true })
      : people.auth.api.verifyBackupCode({
          body: { code: proof.recoveryCode },
          headers,
          returnHeaders: true,
        }),
  );
  if (answer === 429) throw new AppError('tooManyRequests', { retryAfter: 900 });
  if (typeof answer === 'number') throw await refused(people, request);
  const { token, user } = answer.response;
  if (token === undefined) throw await refused(people, request);
  if ('code' in proof && !(await claimCode(people, user.id, proof.code))) {
    await people.core.deleteFrom('session').where('token', '=', hashOf(token)).execute();
    throw await refused(people, request);
  }
  await forgetTries(people.core, tries);
  await finishSignIn(people, request, { userId: user.id, token });
  return { cookies: answer.headers.getSetCookie(), twoFactor: false };
}

/** A new secret for the authenticator; nothing changes until a code of it is confirmed. */
export async function beginSecondFactor(
  people: People,
  request: Asking,
  identity: Identity,
  password: string,
): Promise<{ totpUri: string; recoveryCodes: readonly string[] }> {
  const done = await limitPasswordTries(people, identity, request.ip);
  const answer = await orStatus(
    people.auth.api.enableTwoFactor({
      body: { password, method: 'totp' },
      headers: libraryHeaders(request),
    }),
  );
  if (typeof answer === 'number' || !('totpURI' in answer)) throw wrongCredentials();
  await done();
  return { totpUri: answer.totpURI, recoveryCodes: answer.backupCodes };
}

/** The first code proves that the authenticator works; every other session ends. */
export async function confirmSecondFactor(
  people: People,
  request: Asking,
  identity: Identity,
  code: string,
): Promise<SignedIn> {
  await limitTries(people.core, [
    { name: 'confirm-factor', of: [identity.userId], most: 10, seconds: 900 },
  ]);
  const answer = await orStatus(
    people.auth.api.verifyTOTP({
      body: { code },
      headers: libraryHeaders(request),
      returnHeaders: true,
    }),
  );
  if (typeof answer === 'number' || !(await claimCode(people, identity.userId, code)))
    throw invalid([{ path: 'code', code: 'badFormat' }]);
  return {
    cookies: await afterFactorChange(people, request, identity, answer.headers),
    twoFactor: false,
  };
}

export async function disableSecondFactor(
  people: People,
  request: Asking,
  identity: Identity,
  password: string,
): Promise<SignedIn> {
  const done = await limitPasswordTries(people, identity, request.ip);
  const answer = await orStatus(
    people.auth.api.disableTwoFactor({
      body: { password },
      headers: libraryHeaders(request),
      returnHeaders: true,
    }),
  );
  if (typeof answer === 'number') throw wrongCredentials();
  await done();
  return {
    cookies: await afterFactorChange(people, request, identity, answer.headers),
    twoFactor: false,
  };
}

/** New recovery codes; the old ones stop working. */
export async function renewRecoveryCodes(
  people: People,
  request: Asking,
  identity: Identity,
  password: string,
): Promise<readonly string[]> {
  const done = await limitPasswordTries(people, identity, request.ip);
  const answer = await orStatus(
    people.auth.api.generateBackupCodes({ body: { password }, headers: libraryHeaders(request) }),
  );
  if (typeof answer === 'number') throw wrongCredentials();
  await done();
  return answer.backupCodes;
}

async function afterFactorChange(
  people: People,
  request: Asking,
  identity: Identity,
  headers: Headers,
): Promise<readonly string[]> {
  const cookies = headers.getSetCookie();
  const cookie = cookies.map((each) => each.split(';', 1)[0]).join('; ');
  const current = await people.identify({ headers: { cookie }, ip: request.ip });
  await endOtherSessions(people, identity.userId, current?.sessionId ?? identity.sessionId);
  await recordAudit(people.core, {
    action: 'changeSecondFactor',
    result: 'done',
    user_id: identity.userId,
    address: request.ip,
  });
  return cookies;
}

/** RFC 6238 §5.2: the verifier must not accept the second try of a code. It lives for three periods. */
async function claimCode(people: People, userId: string, code: string): Promise<boolean> {
  const { core } = people;
  const expires = new Date(Date.now() + 120_000).toISOString();
  await core
    .deleteFrom('used_code')
    .where('user_id', '=', userId)
    .where('expires_at', '<', new Date().toISOString())
    .execute();
  const claimed = await core
    .insertInto('used_code')
    .values({ user_id: userId, code_hash: hashOf(code), expires_at: expires })
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id')
    .executeTakeFirst();
  return claimed !== undefined;
}

/** Guesses count per pending sign-in: it names the account without telling it. */
function challengeOf(people: People, request: Asking): string {
  const name = `${cookiePrefix(people.publicUrl)}.two_factor=`;
  const cookies = request.headers.cookie?.split(';').map((cookie) => cookie.trim()) ?? [];
  return cookies.find((cookie) => cookie.startsWith(name)) ?? networkOf(request.ip);
}

async function refused(people: People, request: Asking): Promise<AppError> {
  await recordAudit(people.core, {
    action: 'secondFactor',
    result: 'denied',
    address: request.ip,
  });
  return wrongCredentials();
}
