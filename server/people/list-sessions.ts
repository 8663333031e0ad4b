import type { Identity } from './identity.ts';
import type { People } from './people.ts';

/** Where the person is signed in, last used first. */
export async function listSessions(people: People, identity: Identity) {
  const rows = await people.core
    .selectFrom('session')
    .selectAll()
    .where('user_id', '=', identity.userId)
    .where('expires_at', '>', new Date().toISOString())
    .orderBy('last_used_at', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    current: row.id === identity.sessionId,
    address: row.ip_address,
    browser: row.user_agent,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
  }));
}
