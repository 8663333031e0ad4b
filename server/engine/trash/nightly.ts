import { runChecks } from '../checks/run-checks.ts';
import type { Ctx } from '../context.ts';
import { removeOldFiles } from '../files/remove-old-files.ts';
import { forgetOldKeys } from '../idempotency.ts';
import type { TimedJob } from '#engine/jobs/job.ts';
import { forgetOldNotices } from '../notices/forget-old-notices.ts';
import { forgetOldEvents } from '../realtime/outbox.ts';
import { syncAllReminders } from '../reminders/sync-all-reminders.ts';
import { learnAllTags } from '../tags/learn-all-tags.ts';
import { purgeTrash } from './purge-trash.ts';

/** One step's trouble must not keep the others from being done. */
const steps: readonly [string, (ctx: Ctx) => Promise<unknown>][] = [
  ['purgeTrash', purgeTrash],
  ['removeOldFiles', removeOldFiles],
  ['forgetOldEvents', forgetOldEvents],
  ['forgetOldNotices', forgetOldNotices],
  ['syncAllReminders', syncAllReminders],
  ['forgetOldKeys', forgetOldKeys],
  ['learnAllTags', learnAllTags],
  ['runChecks', runChecks],
];

/** Lets go of what has had its time, then looks whether all that is left fits together. At night in Vietnam. */
export const nightly: TimedJob = {
  name: 'nightly',
  at: '20 19 * * *',
  async run(ctx) {
    for (const [step, work] of steps)
      try {
        await work(ctx);
      } catch (error) {
        ctx.log.error({ err: error, workspace: ctx.workspace.id, step }, 'a nightly step failed');
      }
  },
};
