import { createHmac, randomInt } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { sessionCookieName } from './auth.ts';
import type { Asking } from './identify.ts';
import type { People } from './people.ts';
import { hashOf } from './secrets.ts';
import { finishSignIn } from './sign-in.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Signs a person in without a password, for those who have none; the caller has made sure that it may be. The cookie is
 * as the sign-in library writes it. Gives the value of Set-Cookie.
 */
export async function openSession(
  people: People,
  request: Asking,
  userId: string,
): Promise<string> {
  const token = Array.from({ length: 32 }, () => letters[randomInt(letters.length)]).join('');
  const seconds = people.absoluteSeconds;
  await people.core
    .insertInto('session')
    .values({
      id: uuidv7(),
      user_id: userId,
      token: hashOf(token),
      ip_address: request.ip,
      user_agent: request.headers['user-agent']?.slice(0, 300) ?? null,
      expires_at: new Date(Date.now() + seconds * 1000).toISOString(),
    })
    .execute();
  await finishSignIn(people, request, { userId, token });
  const signature = createHmac('sha256', people.cookieSecret).update(token).digest('base64');
  const parts = [
    `${sessionCookieName(people.publicUrl)}=${encodeURIComponent(`${token}.${signature}`)}`,
    `Max-Age=${seconds}`,
    'Path=/',
    'HttpOnly',
    ...(people.publicUrl.startsWith('https://') ? ['Secure'] : []),
    'SameSite=Lax',
  ];
  return parts.join('; ');
}
