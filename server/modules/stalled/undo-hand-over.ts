import { z } from 'zod';
import { notFound } from '#shared/errors.ts';
import { reachingAll } from '#engine/access/as-system.ts';
import type { Ctx } from '#engine/context.ts';
import { findObject } from '#engine/records/find-object.ts';
import { isId, updateRecords } from '#engine/records/index.ts';
import { lockRecords } from '#engine/records/lock.ts';
import { withTransaction } from '#engine/transaction.ts';

const wentSchema = z.object({
  from: z.string().nullable(),
  team: z.string().nullable(),
  along: z.array(z.object({ object: z.string(), id: z.string() })),
});

export interface TakenBack {
  customers: number;
  /** Given to somebody else since, or taken back already: they stay. */
  stayed: number;
}

/** Takes handovers back: whatever is still with who got it returns to who had it. */
export function undoHandOver(ctx: Ctx, ids: readonly string[]): Promise<TakenBack> {
  return withTransaction(ctx, async (ctx) => {
    const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
    if (!wanted.every(isId)) throw notFound();
    const locked = await lockRecords(ctx, findObject(ctx, 'handover'), wanted, 'update');
    if (wanted.some((id) => !locked.get(id)?.allowed)) throw notFound();
    const whole = reachingAll(ctx, 'handover');
    let customers = 0;
    for (const [id, { values }] of locked) {
      const { account, to, undoneAt } = values;
      const went = wentSchema.safeParse(values['went']).data;
      if (!went || undoneAt || typeof account !== 'string') continue;
      if ((await giveBack(ctx, 'account', [account], { to, ...went })) === 0) continue;
      for (const [object, found] of Map.groupBy(went.along, (each) => each.object)) {
        const records = found.map((each) => each.id);
        await giveBack(whole, object, records, { to, ...went });
      }
      await updateRecords(
        whole,
        'handover',
        [{ id, values: { undoneAt: ctx.now.toISOString() } }],
        {
          trusted: true,
        },
      );
      customers += 1;
    }
    return { customers, stayed: wanted.length - customers };
  });
}

/** Only what is still with whom it was given to; a member who has left does not come back for it. */
async function giveBack(
  ctx: Ctx,
  object: string,
  ids: readonly string[],
  { to, from, team }: { to: unknown; from: string | null; team: string | null },
): Promise<number> {
  const locked = await lockRecords(ctx, findObject(ctx, object), ids, 'update');
  const owner = ctx.directory.members.get(from ?? '')?.active ? from : null;
  const patches = [...locked]
    .filter(([, { values }]) => values['owner'] === to)
    .map(([id]) => ({ id, values: { owner, team } }));
  if (patches.length > 0) await updateRecords(ctx, object, patches);
  return patches.length;
}
