import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What identify needs of a request; Fastify's satisfies it. `ip` is what the server believes. */
export interface Asking {
  headers: IncomingHttpHeaders;
  ip: string;
}

/** What a request says of who sends it; nothing of it is believed yet. */
export interface Credentials {
  /** Id or key of the workspace that is asked for. */
  wanted: string | undefined;
  /** Id of the workspace a browser chose last; counts where none is asked for and the person still works there. */
  preferred: string | undefined;
  /** The token of Authorization, which then counts alone. */
  bearer: string | undefined;
  cookie: string | undefined;
}

export function readCredentials({ headers }: Asking, cookieName: string): Credentials {
  const wanted = headers['x-workspace'];
  return {
    wanted: Array.isArray(wanted) ? wanted.join(',') : wanted,
    bearer: /^Bearer +(\S*)$/i.exec(headers.authorization ?? '')?.[1],
    cookie: readCookie(headers.cookie, cookieName),
    preferred: readCookie(headers.cookie, 'duyen-workspace'),
  };
}

/** Another kind of token, such as a JWT, is refused like a wrong key. */
export const isKey = (bearer: string): boolean => /^dk_[\w-]{43}$/.test(bearer);

/** Signed and percent-encoded it has about a hundred characters; a longer one is none of ours. */
const longestCookie = 200;

function readCookie(cookies: string | undefined, name: string): string | undefined {
  for (const part of cookies?.split(';') ?? []) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value !== undefined && value.length <= longestCookie) return value;
  }
  return undefined;
}

/** The token in a session's cookie, which is `token.signature` as the sign-in library writes it. */
export function readToken(cookie: string, secret: string): string | undefined {
  const signed = /^([A-Za-z0-9]{32})\.([A-Za-z0-9+/]{43}=)$/.exec(decoded(cookie));
  const [, token, signature] = signed ?? [];
  if (token === undefined || signature === undefined) return undefined;
  const expected = createHmac('sha256', secret).update(token).digest();
  return timingSafeEqual(expected, Buffer.from(signature, 'base64')) ? token : undefined;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
