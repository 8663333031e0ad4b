import type { TimedJob } from '#engine/jobs/job.ts';
import type { Ctx } from '../context.ts';
import { fireReminders } from '../reminders/fire-reminders.ts';
import { withDb } from '../transaction.ts';
import { tellOfChanges } from './tell-of-changes.ts';

/** Reminds whoever is to be reminded by now, and tells of changes that nobody was woken for. */
export const tellPeople: TimedJob = {
  name: 'tellPeople',
  at: '* * * * *',
  async run(ctx) {
    while (await tellOfChanges(ctx));
    await fireReminders(await onDatabaseTime(ctx));
  },
};

/** One clock for all processes, and not one that somebody just set on this machine. */
export async function onDatabaseTime(ctx: Ctx): Promise<Ctx> {
  const [row] = await ctx.db.query('select now()', []);
  const now = new Date(String(row?.[0]));
  return withDb({ ...ctx, now }, ctx.db, (effect) => ctx.afterCommit(effect));
}
