import { sql } from 'kysely';
import { forbidden } from '#shared/errors.ts';
import type { Core } from './core-tables.ts';
import { keyScopes, type Found } from './identity.ts';

/**
 * The session with this hash, and the membership that is asked for, or preferred, or was used last. Finding it is
 * using it, unless `touch` is false.
 */
export async function findSession(
  core: Core,
  hash: string,
  { wanted, preferred }: Record<'wanted' | 'preferred', string | undefined>,
  { idleSeconds, touch: isUse = true }: { idleSeconds: number; touch?: boolean },
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
    .orderBy(sql<boolean>`m.workspace_id::text is not distinct from ${preferred ?? null}`, 'desc')
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
  const touch = isUse && untouched > Math.min(60_000, idleSeconds * 100);
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
