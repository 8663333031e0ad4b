import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { AppError, forbidden, notFound } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { withTransaction } from '#engine/transaction.ts';
import { coreOf, type Core } from './core-tables.ts';
import { announceEnded } from './identity-cache.ts';
import type { KeyScope } from './identity.ts';
import type { People } from './people.ts';
import { recordPeopleChange } from './people-history.ts';
import { hashOf, newSecret } from './secrets.ts';

export interface NewKey {
  name: string;
  scopes: readonly KeyScope[];
  /** ISO instant; null never expires. */
  expiresAt: string | null;
}

const mostKeys = 50;

/** A key of the member who asks. It is shown this once. */
export async function createApiKey(ctx: Ctx, key: NewKey): Promise<{ id: string; key: string }> {
  const memberId = personOf(ctx);
  if (key.scopes.includes('admin') && !ctx.access.administrator) throw forbidden();
  return withTransaction(ctx, async (inside) => {
    const core = coreOf(inside);
    const { count } = await core
      .selectFrom('api_key')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('workspace_id', '=', inside.workspace.id)
      .where('member_id', '=', memberId)
      .where('revoked_at', 'is', null)
      .executeTakeFirstOrThrow();
    if (count >= mostKeys)
      throw new AppError('conflict', {
        errors: [{ path: 'name', code: 'tooMany', params: { max: mostKeys } }],
      });
    const made = await insertApiKey(core, { ...key, workspaceId: inside.workspace.id, memberId });
    await recordPeopleChange(inside, 'apiKey', made.id, 'create', {
      name: [null, key.name],
      scopes: [null, key.scopes],
      expiresAt: [null, key.expiresAt],
    });
    return made;
  });
}

/** Without asking who may: for the command line. */
export async function insertApiKey(
  core: Core,
  key: NewKey & { workspaceId: string; memberId: string },
): Promise<{ id: string; key: string }> {
  const id = uuidv7();
  const secret = `dk_${newSecret()}`;
  await core
    .insertInto('api_key')
    .values({
      id,
      workspace_id: key.workspaceId,
      member_id: key.memberId,
      name: key.name,
      hash: hashOf(secret),
      prefix: secret.slice(0, 9),
      scopes: [...key.scopes],
      expires_at: key.expiresAt,
      last_used_at: null,
      revoked_at: null,
    })
    .execute();
  return { id, key: secret };
}

/** One's own; an administrator sees everybody's. Never the key itself. */
export async function listApiKeys(ctx: Ctx) {
  const memberId = personOf(ctx);
  const rows = await coreOf(ctx)
    .selectFrom('api_key')
    .selectAll()
    .where('workspace_id', '=', ctx.workspace.id)
    .$if(!ctx.access.administrator, (query) => query.where('member_id', '=', memberId))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    memberId: row.member_id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  }));
}

export async function revokeApiKey(people: People, ctx: Ctx, id: string): Promise<void> {
  const memberId = personOf(ctx);
  await withTransaction(ctx, async (inside) => {
    const core = coreOf(inside);
    const revoked = await core
      .updateTable('api_key')
      .set({ revoked_at: sql<string>`now()` })
      .where('id', '=', id)
      .where('workspace_id', '=', inside.workspace.id)
      .where('revoked_at', 'is', null)
      .$if(!ctx.access.administrator, (query) => query.where('member_id', '=', memberId))
      .returning('name')
      .executeTakeFirst();
    if (!revoked) throw notFound();
    await announceEnded(core, { apiKeyId: id });
    inside.afterCommit(() => people.identities.drop({ apiKeyId: id }));
    await recordPeopleChange(inside, 'apiKey', id, 'revoke', { name: [revoked.name, null] });
  });
}

/** A key makes no keys: whoever finds one must not be able to stay after it was revoked. */
function personOf(ctx: Ctx): string {
  if (ctx.actor.kind !== 'member' || ctx.actor.apiKeyId !== undefined) throw forbidden();
  return ctx.actor.id;
}
