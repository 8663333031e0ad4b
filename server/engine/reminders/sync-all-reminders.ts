import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import type { Job } from '#engine/jobs/job.ts';
import { tableOf } from '../records/find-object.ts';
import { withTransaction } from '../transaction.ts';
import { momentColumn } from './read-reminded.ts';
import { syncReminders } from './sync-reminders.ts';

export const syncAllRemindersJob = 'syncAllReminders';
const atOnce = 1000;

/**
 * Makes all reminders of what is to come anew: after a restored backup, and at night, when zones of people and
 * declarations may have changed since a record was written.
 */
export async function syncAllReminders(ctx: Ctx): Promise<void> {
  for (const object of ctx.model.objects.values()) if (object.remind) await syncObject(ctx, object);
}

async function syncObject(ctx: Ctx, object: ModelObject): Promise<void> {
  const moment = momentColumn(object);
  if (moment === undefined) return;
  // A day begins earlier in other places.
  const since = new Date(ctx.now.getTime() - 86_400_000).toISOString();
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await ctx.db.prepared(
      `select t.id from ${tableOf(ctx, object)} t
       where t.${moment} > $1::timestamptz and t.id > $2::uuid and t.deleted_at is null order by t.id limit ${atOnce}`,
      [since, after],
    );
    const ids = rows.map(([id]) => String(id));
    const written = new Map(ids.map((id) => [id, ctx.now.toISOString()]));
    if (ids.length > 0)
      await withTransaction(ctx, (inside) => syncReminders(inside, object, written));
    after = ids.at(-1) ?? after;
    if (ids.length < atOnce) return;
  }
}

export const syncAllRemindersTask: Job = {
  name: syncAllRemindersJob,
  run: (ctx) => syncAllReminders(ctx),
};
