import { AppError, forbidden, invalid } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { createRecords, list, type PresentedRecord } from '#engine/records/index.ts';

/** The channel of the actor and one colleague; made when they first write to each other. */
export async function openDirect(ctx: Ctx, member: string): Promise<PresentedRecord> {
  if (ctx.actor.kind !== 'member') throw forbidden();
  const me = ctx.actor.id;
  if (member === me || !ctx.directory.members.get(member)?.active)
    throw invalid([{ path: 'member', code: 'notFound' }]);
  const known = await findDirect(ctx, me, member);
  if (known) return known;
  try {
    const people = [me, member];
    const [made] = await createRecords(ctx, 'channel', [{ audience: 'direct', people }]);
    if (made) return made;
  } catch (error) {
    // Both began at the same moment.
    if (!(error instanceof AppError) || ctx.db.client) throw error;
    const made = await findDirect(ctx, me, member);
    if (made) return made;
    throw error;
  }
  throw forbidden();
}

async function findDirect(ctx: Ctx, ...two: string[]): Promise<PresentedRecord | undefined> {
  const where = { field: 'pair', op: 'eq', value: two.toSorted().join(' ') };
  return (await list(ctx, 'channel', { where, limit: 1 })).items[0];
}
