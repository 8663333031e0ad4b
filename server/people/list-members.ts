import type { Selectable } from 'kysely';
import type { Ctx } from '#engine/context.ts';
import type { WorkspaceTables } from '#engine/schema/system-tables.ts';
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
  const ofSample = await sampleMembers(ctx);
  return rows.map((row) => presentMember(row, ofSample));
}

export async function getMember(ctx: Ctx, id: string) {
  const row = await findMember(ctx, id);
  return presentMember(row, await sampleMembers(ctx));
}

/** Those who came with a sample company, and go with it. */
async function sampleMembers(ctx: Ctx): Promise<ReadonlySet<string>> {
  const sample = await ctx.tables.selectFrom('sample').select('made').executeTakeFirst();
  return new Set(sample?.made['member']);
}

function presentMember(row: Selectable<WorkspaceTables['member']>, ofSample: ReadonlySet<string>) {
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
  };
}
