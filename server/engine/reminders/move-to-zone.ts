import { z } from 'zod';
import { addJob } from '#engine/jobs/add-job.ts';
import type { Job } from '#engine/jobs/job.ts';
import { asSystem } from '../access/as-system.ts';
import type { Ctx } from '../context.ts';
import { withTransaction } from '../transaction.ts';
import { syncReminders } from './sync-reminders.ts';

const name = 'moveRemindersToZone';

/** With the transaction in which a member moves to another time zone: their mornings are at other times from then on. */
export const queueMoveToZone = (ctx: Ctx, member: string): Promise<void> =>
  addJob(asSystem(ctx, name), name, { member }, { key: `${name}:${member}` });

const payloadSchema = z.object({ member: z.string() });

/** Only reminders of days have a zone; moments are the same everywhere. */
export const moveToZone: Job = {
  name,
  async run(ctx, payload) {
    const { member } = payloadSchema.parse(payload);
    const rows = await ctx.tables
      .selectFrom('reminder')
      .select(['object', 'record_id'])
      .distinct()
      .where('member_id', '=', member)
      .where('zone', 'is not', null)
      .execute();
    const now = ctx.now.toISOString();
    for (const [key, group] of Map.groupBy(rows, ({ object }) => object)) {
      const object = ctx.model.objects.get(key);
      const written = new Map(group.map(({ record_id }) => [record_id, now]));
      if (object) await withTransaction(ctx, (inside) => syncReminders(inside, object, written));
    }
  },
};
