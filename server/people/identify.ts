import { forbidden } from '#shared/errors.ts';
import { limitTries, networkOf } from './attempts.ts';
import { authSecret, sessionCookieName } from './auth.ts';
import type { Core } from './core-tables.ts';
import { findApiKey } from './find-api-key.ts';
import { findSession } from './find-session.ts';
import type { Identity } from './identity.ts';
import type { IdentityCache } from './identity-cache.ts';
import { isKey, readCredentials, readToken, type Asking } from './read-credentials.ts';
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

export type { Asking };
export type Identify = (request: Asking) => Promise<Identity | null>;

/** Who asks, by the key in Authorization or else the session cookie. A kept answer costs no query. */
export function createIdentify(options: IdentifyOptions): Identify {
  const { core, cache, idleSeconds } = options;
  const cookieName = sessionCookieName(options.publicUrl);
  const secret = authSecret(options.appSecret);

  return async (request) => {
    const { wanted, preferred, bearer, cookie } = readCredentials(request, cookieName);
    if (bearer !== undefined) {
      const identity = isKey(bearer)
        ? await cache.find(`key ${bearer}`, () => findApiKey(core, hashOf(bearer)))
        : undefined;
      if (!identity) {
        await refuseKey(core, hashOf(bearer), request.ip);
        return null;
      }
      if (wanted !== undefined && !(await isWorkspace(core, identity.workspaceId, wanted)))
        throw forbidden();
      return identity;
    }
    if (cookie === undefined) return null;
    const found = await cache.find(
      `session ${cookie} ${wanted ?? ''} ${preferred ?? ''}`,
      async () => {
        const token = readToken(cookie, secret);
        if (token === undefined) return undefined;
        return findSession(core, hashOf(token), { wanted, preferred }, { idleSeconds });
      },
    );
    return found ?? null;
  };
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
