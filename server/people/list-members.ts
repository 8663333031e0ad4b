import type { Selectable } from 'kysely';
import type { Ctx } from '#engine/context.ts';
import type { WorkspaceTables } from '#engine/schema/system-tables.ts';
import { coreOf } from './core-tables.ts';
import { findMember } from './find-member.ts';
import { pictureAddress } from './personal-settings.ts';

/** Everybody, the deactivated too: their names stand in records. */
export async function listMembers(ctx: Ctx) {
  const rows = await ctx.tables
    .selectFrom('member')
    .selectAll()
    .orderBy('name')
    .orderBy('id')
    .execute();
  const [ofSample, seen] = await Promise.all([sampleMembers(ctx), lastSeen(ctx)]);
  return rows.map((row) => presentMember(row, ofSample, seen));
}

export async function getMember(ctx: Ctx, id: string) {
  const row = await findMember(ctx, id);
  return presentMember(row, await sampleMembers(ctx), await lastSeen(ctx));
}

/** When each was last at work here, by member; for administrators alone. */
async function lastSeen(ctx: Ctx): Promise<ReadonlyMap<string, string>> {
  if (!ctx.access.administrator) return new Map();
  const rows = await coreOf(ctx)
    .selectFrom('membership')
    .select(['member_id', 'last_used_at'])
    .where('workspace_id', '=', ctx.workspace.id)
    .execute();
  return new Map(rows.map((row) => [row.member_id, row.last_used_at]));
}

/** Those who came with a sample company, and go with it. */
async function sampleMembers(ctx: Ctx): Promise<ReadonlySet<string>> {
  const sample = await ctx.tables.selectFrom('sample').select('made').executeTakeFirst();
  return new Set(sample?.made['member']);
}

function presentMember(
  row: Selectable<WorkspaceTables['member']>,
  ofSample: ReadonlySet<string>,
  seen: ReadonlyMap<string, string>,
) {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    roleId: row.role_id,
    teamIds: row.team_ids,
    active: row.active,
    pending: row.active && row.user_id === null,
    sample: ofSample.has(row.id),
    language: row.language === 'en' ? ('en' as const) : ('vi' as const),
    timeZone: row.time_zone,
    picture: pictureAddress(row.id, row.settings),
    createdAt: row.created_at,
    deactivatedAt: row.deactivated_at,
    lastSeenAt: seen.get(row.id) ?? null,
  };
}
