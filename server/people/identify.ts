import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { forbidden } from '#shared/errors.ts';
import { limitTries, networkOf } from './attempts.ts';
import { authSecret, sessionCookieName } from './auth.ts';
import type { Core } from './core-tables.ts';
import { findApiKey } from './find-api-key.ts';
import { findSession } from './find-session.ts';
import type { Identity } from './identity.ts';
import type { IdentityCache } from './identity-cache.ts';
import { recordAudit } from './record-audit.ts';
import { hashOf } from './secrets.ts';

export interface IdentifyOptions {
  core: Core;
  cache: IdentityCache;
  publicUrl: string;
  appSecret: string;
  /** A session unused for so long has ended. */
  idleSeconds: number;
}

/** What identify needs of a request; Fastify's satisfies it. `ip` is what the server believes. */
export interface Asking {
  headers: IncomingHttpHeaders;
  ip: string;
}

export type Identify = (request: Asking) => Promise<Identity | null>;

/** Who asks, by the key in Authorization or else the session cookie. A kept answer costs no query. */
export function createIdentify(options: IdentifyOptions): Identify {
  const { core, cache } = options;
  const cookieName = sessionCookieName(options.publicUrl);
  const secret = authSecret(options.appSecret);

  return async ({ headers, ip }) => {
    const wanted = single(headers['x-workspace']);
    const bearer = /^Bearer +(\S*)$/i.exec(headers.authorization ?? '')?.[1];
    if (bearer !== undefined) {
      const identity = keyForm.test(bearer)
        ? await cache.find(`key ${bearer}`, () => findApiKey(core, hashOf(bearer)))
        : undefined;
      if (!identity) {
        await refuseKey(core, hashOf(bearer), ip);
        return null;
      }
      if (wanted !== undefined && !(await isWorkspace(core, identity.workspaceId, wanted)))
        throw forbidden();
      return identity;
    }
    const cookie = readCookie(headers.cookie, cookieName);
    if (cookie === undefined) return null;
    const found = await cache.find(`session ${cookie} ${wanted ?? ''}`, async () => {
      const token = readToken(cookie, secret);
      if (token === undefined) return undefined;
      return findSession(core, hashOf(token), wanted, options.idleSeconds);
    });
    return found ?? null;
  };
}

/** Another kind of token, such as a JWT, is refused like a wrong key. */
const keyForm = /^dk_[\w-]{43}$/;

const single = (header: string | string[] | undefined) =>
  Array.isArray(header) ? header.join(',') : header;

/** Signed and percent-encoded it has about a hundred characters; a longer one is none of ours. */
const longestCookie = 200;

function readCookie(cookies: string | undefined, name: string): string | undefined {
  for (const part of cookies?.split(';') ?? []) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value !== undefined && value.length <= longestCookie) return value;
  }
  return undefined;
}

/** The value is `token.signature`, as the sign-in library writes it. */
function readToken(cookie: string, secret: string): string | undefined {
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

/** Somebody tries keys, or does not know yet that theirs has ended: kept to read later. */
async function refuseKey(core: Core, hash: string, address: string): Promise<void> {
  await limitTries(core, [{ name: 'api-key', of: [networkOf(address)], most: 60, seconds: 60 }]);
  const known = await core
    .selectFrom('api_key')
    .select(['id', 'workspace_id', 'member_id'])
    .where('hash', '=', hash)
    .executeTakeFirst();
  await recordAudit(core, {
    action: 'useApiKey',
    result: 'denied',
    workspace_id: known?.workspace_id ?? null,
    member_id: known?.member_id ?? null,
    subject: known?.id ?? null,
    address,
  });
}

async function isWorkspace(core: Core, id: string, wanted: string): Promise<boolean> {
  if (id === wanted) return true;
  const row = await core
    .selectFrom('workspace')
    .select('id')
    .where('key', '=', wanted)
    .executeTakeFirst();
  return row?.id === id;
}
