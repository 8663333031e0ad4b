import { AppError } from '#shared/errors.ts';
import { authSecret, sessionCookieName } from './auth.ts';
import { findApiKey } from './find-api-key.ts';
import { findSession } from './find-session.ts';
import type { IdentifyOptions } from './identify.ts';
import type { Identity } from './identity.ts';
import { isKey, readCredentials, readToken, type Asking } from './read-credentials.ts';
import { hashOf } from './secrets.ts';

/** For what goes on after the request that began it, such as a stream. */
export interface Presence {
  /** Whether the request would still be let in. Being asked is not being used: an idle session ends. */
  isIn(request: Asking): Promise<boolean>;
  /** Calls when something of this identity ended, or may have; returns how to stop that. */
  watch(identity: Identity, mayHaveEnded: () => void): () => void;
}

export function createPresence(options: IdentifyOptions): Presence {
  const { core, cache, idleSeconds } = options;
  const cookieName = sessionCookieName(options.publicUrl);
  const secret = authSecret(options.appSecret);
  const untouched = { touch: false };

  async function find({ headers, ip }: Asking) {
    const { wanted, preferred, bearer, cookie } = readCredentials({ headers, ip }, cookieName);
    if (bearer !== undefined)
      return isKey(bearer) ? findApiKey(core, hashOf(bearer), untouched) : undefined;
    const token = cookie === undefined ? undefined : readToken(cookie, secret);
    if (token === undefined) return undefined;
    return findSession(core, hashOf(token), { wanted, preferred }, { idleSeconds, ...untouched });
  }

  return {
    watch: (identity, mayHaveEnded) => cache.watch(identity, mayHaveEnded),
    async isIn(request) {
      try {
        return (await find(request)) !== undefined;
      } catch (error) {
        // Only what says so ends it; a database that restarts does not.
        return !(error instanceof AppError && error.status < 500);
      }
    },
  };
}
