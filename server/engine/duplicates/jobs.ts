import { z } from 'zod';
import { forbidden } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import { addJob, type JobPayload } from '#engine/jobs/add-job.ts';
import type { Job, TimedJob } from '#engine/jobs/job.ts';
import { tableOf } from '../records/find-object.ts';
import { forgetOldMerges } from '../records/merge/forget-old-merges.ts';
import { withTransaction } from '../transaction.ts';
import { mergeGroups } from './merge-groups.ts';
import { matchRules } from './match-rules.ts';
import { findWaitingRun, forgetOldRuns, lastScan, startRun, updateRun } from './runs.ts';
import { scanDuplicates, scannable } from './scan.ts';

const scanName = 'duplicateScan';
const mergeName = 'duplicateMerge';
const scanPayload = z.object({ object: z.string(), runId: z.string() });
const mergePayload = scanPayload.extend({ minScore: z.number() });

/** Looks through all records of an object as soon as there is time. For those who may change them all. */
export async function queueScan(ctx: Ctx, objectKey: string): Promise<{ runId: string }> {
  const object = scannable(ctx, objectKey);
  if (ctx.access.of(object.key).update !== true) throw forbidden();
  return queue(ctx, scanName, 'scan', object.key, {});
}

/** Merges the groups of at least this score that the actor may merge. */
export async function queueMergeGroups(
  ctx: Ctx,
  { object: objectKey, minScore }: { object: string; minScore: number },
): Promise<{ runId: string }> {
  const object = scannable(ctx, objectKey);
  return queue(ctx, mergeName, 'merge', object.key, { minScore });
}

const queue = (
  ctx: Ctx,
  name: string,
  kind: 'scan' | 'merge',
  object: string,
  more: Record<string, unknown>,
): Promise<{ runId: string }> =>
  withTransaction(ctx, async (ctx) => {
    const waiting = await findWaitingRun(ctx, { object, kind });
    if (waiting !== undefined) await updateRun(ctx, waiting, { outcome: more });
    const runId = waiting ?? (await startRun(ctx, { object, kind }, more));
    await addJob(
      ctx,
      name,
      { ...more, object, runId },
      {
        // One after the other: a scan does not look at groups while they are merged.
        queue: `duplicates:${ctx.workspace.id}`,
        // At most one waits for each who asks, or one person could fill the queue for all.
        key: `${kind}:${object}:${ctx.actor.kind === 'member' ? ctx.actor.id : 'system'}`,
        maxAttempts: 5,
      },
    );
    return { runId };
  });

export const duplicateScan: Job = {
  name: scanName,
  async run(ctx, payload) {
    const { object, runId } = scanPayload.parse(payload);
    await telling(ctx, runId, () => scanDuplicates(ctx, object, runId));
  },
  refused: endRun,
};

export const duplicateMerge: Job = {
  name: mergeName,
  async run(ctx, payload, fresh) {
    const { object, runId, minScore } = mergePayload.parse(payload);
    await telling(ctx, runId, () => mergeGroups(ctx, object, minScore, runId, fresh));
  },
  refused: endRun,
};

async function endRun(ctx: Ctx, payload: JobPayload): Promise<void> {
  await updateRun(ctx, scanPayload.parse(payload).runId, { state: 'failed' });
}

async function telling(ctx: Ctx, runId: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await updateRun(ctx, runId, { state: 'failed' });
    throw error;
  }
}

/** Each night at half past one in Vietnam: old merges and runs are forgotten, then every object in which something was written since its last scan is looked through. */
export const nightlyDuplicateScan: TimedJob = {
  name: 'nightlyDuplicateScan',
  at: '30 18 * * *',
  async run(ctx) {
    await forgetOldMerges(ctx);
    await forgetOldRuns(ctx);
    for (const object of ctx.model.objects.values()) {
      if (matchRules(object).length === 0) continue;
      const last = await lastScan(ctx, object.key);
      const [row] = await ctx.db.query(
        `select exists (select from ${tableOf(ctx, object)} where deleted_at is null
           and updated_at > coalesce($1::timestamptz, '-infinity'))`,
        [last?.created_at ?? null],
      );
      if (row?.[0] === true) await queueScan(ctx, object.key);
    }
  },
};
