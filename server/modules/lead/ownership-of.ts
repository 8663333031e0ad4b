import type { Reach } from '#engine/access/access.ts';
import type { Ctx } from '#engine/context.ts';
import { list } from '#engine/records/index.ts';
import type { Values } from '#engine/records/rules.ts';
import type { OwnedLead } from './carry-lead.ts';

/**
 * Whom the records made of a lead belong to: whoever follows it goes on. Left to the engine, which gives them to the
 * actor, when that person has left, or when the actor has the lead by sharing only and would not see what they make.
 */
export async function ownershipOf(
  ctx: Ctx,
  leadId: string,
  { owner, team }: OwnedLead,
): Promise<Values> {
  if (!owner || !ctx.directory.members.get(owner)?.active) return {};
  for (const object of ['account', 'contact']) {
    if (!(await reaches(ctx, leadId, ctx.access.of(object).read))) return {};
  }
  return { owner, ...(team && { team }) };
}

/** Whether a record with the lead's owner and team would be within this reach, without being shared. */
async function reaches(ctx: Ctx, leadId: string, reach: Reach): Promise<boolean> {
  if (reach === true) return true;
  if (!('or' in reach) || ctx.access.of('lead').hidden.has('owner')) return false;
  const own = reach.or.filter((part) => !('shared' in part));
  const where = { and: [{ field: 'id', op: 'eq', value: leadId }, { or: own }] };
  return (await list(ctx, 'lead', { where, fields: ['id'], limit: 1 })).items.length > 0;
}
