import type { Ctx } from '#engine/context.ts';
import type { TimedJob } from '#engine/jobs/job.ts';
import { list } from '#engine/records/index.ts';
import { withTransaction } from '#engine/transaction.ts';
import { makeOccurrences, type Recurrence } from './make-occurrences.ts';

/** Series are made some way ahead; those that come within this many days of their end go on. */
const dueWithinDays = 370;

/** Goes on making the occurrences of every series that has not ended. Gives their number. */
export async function extendSeries(ctx: Ctx): Promise<number> {
  const due = new Date(ctx.now.getTime() + dueWithinDays * 86_400_000).toISOString();
  let made = 0;
  for (;;) {
    const { items } = await list(ctx, 'recurrence', {
      where: {
        and: [
          { field: 'endedAt', op: 'isEmpty' },
          { field: 'madeUntil', op: 'lt', value: due },
        ],
      },
      sort: 'madeUntil',
      limit: 50,
    });
    for (const { id, ...series } of items)
      // Presented values of these fields are the canonical ones.
      made += (await withTransaction(ctx, (ctx) => makeOccurrences(ctx, id, series as Recurrence)))
        .length;
    if (items.length < 50) return made;
  }
}

export const nightlySeries: TimedJob = {
  name: 'nightly-series',
  at: '40 17 * * *',
  run: async (ctx) => {
    await extendSeries(ctx);
  },
};
