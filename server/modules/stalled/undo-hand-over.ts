import { z } from 'zod';
import { notFound } from '#shared/errors.ts';
import { asSystem } from '#engine/access/as-system.ts';
import type { Ctx } from '#engine/context.ts';
import { findObject } from '#engine/records/find-object.ts';
import { list, updateRecords } from '#engine/records/index.ts';
import { lockRecords } from '#engine/records/lock.ts';
import { withTransaction } from '#engine/transaction.ts';
import { idOf } from './find-stalled.ts';
import { give, mostAtOnce } from './hand-over.ts';

const wentSchema = z.object({
  from: z.string().nullable(),
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
    const wanted = [...new Set(ids.map((id) => id.toLowerCase()))].slice(0, mostAtOnce);
    const locked = await lockRecords(ctx, findObject(ctx, 'handover'), wanted, 'update');
    if (wanted.some((id) => !locked.has(id))) throw notFound();
    const whole: Ctx = { ...ctx, access: asSystem(ctx, 'handover').access };
    let customers = 0;
    for (const [id, { values }] of locked) {
      const { account, to, undoneAt } = values;
      const went = wentSchema.safeParse(values['went']).data;
      if (!went || undoneAt || typeof account !== 'string') continue;
      const held = await heldBy(ctx, 'account', [account], to);
      if (held.length === 0) continue;
      await updateRecords(ctx, 'account', [{ id: account, values: { owner: went.from } }]);
      for (const [object, found] of Map.groupBy(went.along, (each) => each.object)) {
        const records = found.map((each) => each.id);
        await give(whole, object, await heldBy(whole, object, records, to), went.from);
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

/** Those of the records that are still with whom they were given to. */
async function heldBy(
  ctx: Ctx,
  object: string,
  ids: readonly string[],
  member: unknown,
): Promise<string[]> {
  const held: string[] = [];
  for (let at = 0; at < ids.length; at += 200) {
    const { items } = await list(ctx, object, {
      where: { field: 'id', op: 'in', value: ids.slice(at, at + 200) },
      fields: ['owner'],
      limit: 200,
    });
    held.push(...items.filter((each) => idOf(each['owner']) === member).map(({ id }) => id));
  }
  return held;
}
