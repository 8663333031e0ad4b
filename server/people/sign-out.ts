import { endSession } from './end-sessions.ts';
import type { Asking } from './identify.ts';
import type { Identity } from './identity.ts';
import { libraryHeaders } from './library-headers.ts';
import type { People } from './people.ts';

/** Ends the session in every process; without one it only clears the cookies. */
export async function signOut(
  people: People,
  request: Asking,
  identity: Identity | undefined,
): Promise<readonly string[]> {
  if (identity?.sessionId !== undefined) await endSession(people, identity.sessionId);
  const { headers } = await people.auth.api.signOut({
    headers: libraryHeaders(request),
    returnHeaders: true,
  });
  return headers.getSetCookie();
}
