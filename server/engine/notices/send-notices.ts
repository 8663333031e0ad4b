import { choiceOf } from '#shared/personal.ts';
import { asSystem } from '../access/as-system.ts';
import type { Ctx } from '../context.ts';
import { addJob } from '#engine/jobs/add-job.ts';
import { quietUntil } from './quiet-hours.ts';
import type { StoredNotice } from './store-notices.ts';

/** The job that sends notices by mail and to devices; server/notices does it. */
export const sendNoticesJob = 'sendNotices';
export type NoticeChannel = 'mail' | 'push';

/** Told in one job at most. */
const together = 50;

/** Puts mails and pushes on their way with the transaction that told of it; those of quiet hours wait until these end. */
export async function sendNotices(ctx: Ctx, stored: readonly StoredNotice[]): Promise<void> {
  const inTime = stored.filter(({ late }) => !late);
  if (inTime.length === 0) return;
  // Whoever caused it may be gone when it is sent.
  const system = asSystem(ctx, sendNoticesJob);
  const withDevices = await membersWithDevices(ctx, inTime);
  const sent = inTime.flatMap((notice) => {
    const choice = choiceOf(notice.settings, notice.kind);
    const runAt = quietUntil(ctx, notice.member, notice.settings.quietHours);
    const channels: NoticeChannel[] = [];
    if (choice.email) channels.push('mail');
    if (choice.push && withDevices.has(notice.member)) channels.push('push');
    return channels.map((channel) => ({ id: notice.id, channel, runAt }));
  });
  const groups = Map.groupBy(sent, ({ channel, runAt }) => `${channel} ${runAt?.getTime() ?? ''}`);
  for (const group of groups.values())
    for (let from = 0; from < group.length; from += together) {
      const [first, ...others] = group.slice(from, from + together);
      if (!first) continue;
      const notices = [first, ...others].map(({ id }) => id);
      const { channel, runAt } = first;
      await addJob(system, sendNoticesJob, { notices, channel }, { ...(runAt && { runAt }) });
    }
}

async function membersWithDevices(ctx: Ctx, stored: readonly StoredNotice[]): Promise<Set<string>> {
  const asked = stored.filter(({ settings, kind }) => choiceOf(settings, kind).push);
  if (asked.length === 0) return new Set();
  const rows = await ctx.tables
    .selectFrom('push_device')
    .select('member_id')
    .distinct()
    .where('member_id', 'in', [...new Set(asked.map(({ member }) => member))])
    .execute();
  return new Set(rows.map(({ member_id }) => member_id));
}
