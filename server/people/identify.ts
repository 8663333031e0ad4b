import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { sql } from 'kysely';
import { forbidden } from '#shared/errors.ts';
import { limitTries, networkOf } from './attempts.ts';
import { authSecret, sessionCookieName } from './auth.ts';
import type { Core } from './core-tables.ts';
import { keyScopes, type Identity, type KeyScope } from './identity.ts';
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

type Found = { identity: Identity; until: number } | undefined;

export type Identify = (request: Asking) => Promise<Identity | null>;

/** Who asks, by the key in Authorization or else the session cookie. A kept answer costs no query. */
export function createIdentify(options: IdentifyOptions): Identify {
  const { core, cache } = options;
  const cookieName = sessionCookieName(options.publicUrl);
  const secret = authSecret(options.appSecret);

  return async ({ headers, ip }) => {
    const wanted = single(headers['x-workspace']);
    if (headers.authorization !== undefined) {
      const key = /^Bearer (dk_[\w-]{43})$/i.exec(headers.authorization)?.[1];
      if (key === undefined) return null;
      const identity = await cache.find(`key ${key}`, () => findKey(core, hashOf(key)));
      if (!identity) {
        await refuseKey(core, hashOf(key), ip);
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

async function findSession(
  core: Core,
  hash: string,
  wanted: string | undefined,
  idleSeconds: number,
): Promise<Found> {
  const row = await core
    .selectFrom('session as s')
    .leftJoin(
      (from) =>
        from
          .selectFrom('membership')
          .innerJoin('workspace', 'workspace.id', 'membership.workspace_id')
          .select(['user_id', 'workspace_id', 'member_id', 'last_used_at'])
          .where('active', '=', true)
          .$if(wanted !== undefined, (query) =>
            query.where((eb) =>
              eb.or([
                eb(sql<string>`workspace.id::text`, '=', wanted ?? ''),
                eb('workspace.key', '=', wanted ?? ''),
              ]),
            ),
          )
          .as('m'),
      (join) => join.onRef('m.user_id', '=', 's.user_id'),
    )
    .select([
      's.id',
      's.user_id',
      's.expires_at',
      's.last_used_at',
      'm.workspace_id',
      'm.member_id',
    ])
    .where('s.token', '=', hash)
    .where('s.expires_at', '>', sql<string>`now()`)
    .where('s.last_used_at', '>', sql<string>`now() - make_interval(secs => ${idleSeconds})`)
    .orderBy('m.last_used_at', (order) => order.desc().nullsLast())
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.workspace_id === null || row.member_id === null) {
    if (wanted !== undefined) throw forbidden();
    return undefined;
  }
  const idleSince = Date.parse(row.last_used_at);
  const untouched = Date.now() - idleSince;
  // Once a minute is precise enough; a test with seconds needs finer.
  const touch = untouched > Math.min(60_000, idleSeconds * 100);
  if (touch) await touchSession(core, row.id, row.user_id, row.workspace_id);
  return {
    identity: {
      userId: row.user_id,
      workspaceId: row.workspace_id,
      memberId: row.member_id,
      scopes: keyScopes,
      sessionId: row.id,
    },
    until: Math.min(
      Date.parse(row.expires_at),
      (touch ? Date.now() : idleSince) + idleSeconds * 1000,
    ),
  };
}

async function touchSession(core: Core, id: string, userId: string, workspaceId: string) {
  const now = sql<string>`now()`;
  await Promise.all([
    core.updateTable('session').set({ last_used_at: now }).where('id', '=', id).execute(),
    core
      .updateTable('membership')
      .set({ last_used_at: now })
      .where('user_id', '=', userId)
      .where('workspace_id', '=', workspaceId)
      .execute(),
  ]);
}

async function findKey(core: Core, hash: string): Promise<Found> {
  const row = await core
    .selectFrom('api_key as k')
    .innerJoin('membership as m', (join) =>
      join
        .onRef('m.workspace_id', '=', 'k.workspace_id')
        .onRef('m.member_id', '=', 'k.member_id')
        .on('m.active', '=', true),
    )
    .select(['k.id', 'k.scopes', 'k.expires_at', 'k.last_used_at'])
    .select(['m.user_id', 'm.workspace_id', 'm.member_id'])
    .where('k.hash', '=', hash)
    .where('k.revoked_at', 'is', null)
    .where((eb) =>
      eb.or([eb('k.expires_at', 'is', null), eb('k.expires_at', '>', sql<string>`now()`)]),
    )
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.last_used_at === null || Date.now() - Date.parse(row.last_used_at) > 60_000)
    await core
      .updateTable('api_key')
      .set({ last_used_at: sql<string>`now()` })
      .where('id', '=', row.id)
      .execute();
  return {
    identity: {
      userId: row.user_id,
      workspaceId: row.workspace_id,
      memberId: row.member_id,
      scopes: row.scopes.filter(isScope),
      apiKeyId: row.id,
    },
    until: row.expires_at === null ? Number.POSITIVE_INFINITY : Date.parse(row.expires_at),
  };
}

const isScope = (scope: string): scope is KeyScope => keyScopes.some((each) => each === scope);

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
