import { AppError } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import type { TimedJob } from '#engine/jobs/job.ts';
import { listAll } from '#engine/records/index.ts';
import { withTransaction } from '#engine/transaction.ts';
import { makeOccurrences, type Recurrence } from './make-occurrences.ts';

/** Series are made some way ahead; those that come within this many days of their end go on. */
const dueWithinDays = 370;

/**
 * Goes on making the occurrences of every series that has not ended. One that cannot go on, because who has it or what it
 * is about is gone, holds up no other. Gives the number of those made.
 */
export async function extendSeries(ctx: Ctx): Promise<number> {
  let made = 0;
  for (const { id, ...series } of await dueSeries(ctx)) {
    try {
      // Presented values of the fields that are read are the canonical ones.
      const ids = await withTransaction(ctx, (inner) =>
        makeOccurrences(inner, id, series as Recurrence),
      );
      made += ids.length;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      ctx.log.warn({ workspace: ctx.workspace.key, id, errors: error.errors }, 'a series stays');
    }
  }
  return made;
}

function dueSeries(ctx: Ctx) {
  const due = new Date(ctx.now.getTime() + dueWithinDays * 86_400_000).toISOString();
  return listAll(ctx, 'recurrence', {
    where: {
      and: [
        { field: 'endedAt', op: 'isEmpty' },
        { field: 'madeUntil', op: 'lt', value: due },
      ],
    },
    sort: 'madeUntil',
  });
}

export const nightlySeries: TimedJob = {
  name: 'nightly-series',
  at: '40 17 * * *',
  run: async (ctx) => {
    await extendSeries(ctx);
  },
};
