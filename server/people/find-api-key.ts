import { sql } from 'kysely';
import type { Core } from './core-tables.ts';
import { keyScopes, type Found, type KeyScope } from './identity.ts';

/** The key with this hash, when it has not ended and its member is active. */
export async function findApiKey(core: Core, hash: string, { touch = true } = {}): Promise<Found> {
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
  const unused = row.last_used_at === null ? Infinity : Date.now() - Date.parse(row.last_used_at);
  if (touch && unused > 60_000)
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
