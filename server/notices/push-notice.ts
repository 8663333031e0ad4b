import { z } from 'zod';
import { asMember } from '#engine/access/as-member.ts';
import type { Ctx } from '#engine/context.ts';
import type { Job } from '#engine/jobs/job.ts';
import { findNotices } from '#engine/notices/list-notices.ts';
import type { PushSender } from './push-sender.ts';
import { speak } from './speak.ts';

export const pushNoticeJob = 'pushNotice';

const payloadSchema = z.object({ notice: z.string(), device: z.string() });
const secondsToLive = 24 * 3600;
/** Nobody wants to be reminded of this morning's call at night. */
const reminderSeconds = 3600;

/** Shows one notice on one device; tried again when its push service is not there, and shown once all the same. */
export const pushNotice = (send: PushSender): Job => ({
  name: pushNoticeJob,
  async run(ctx, payload) {
    const { notice: id, device: deviceId } = payloadSchema.parse(payload);
    const device = await ctx.tables
      .selectFrom('push_device')
      .select(['member_id', 'endpoint', 'p256dh', 'auth'])
      .where('id', '=', deviceId)
      .executeTakeFirst();
    if (!device || !ctx.directory.members.get(device.member_id)?.active) return;
    const member = asMember(ctx, device.member_id);
    const [notice] = await findNotices(member, [id]);
    if (!notice) return;
    const { sentence, title, path } = speak(member, notice);
    const outcome = await send(device, {
      text: JSON.stringify({
        id,
        title: title === '' ? sentence : title,
        body: title === '' ? '' : sentence,
        path,
      }),
      topic: id.replaceAll('-', ''),
      secondsToLive: notice.kind === 'reminder' ? reminderSeconds : secondsToLive,
    });
    await note(ctx, deviceId, outcome);
  },
});

async function note(ctx: Ctx, id: string, outcome: 'sent' | 'gone' | 'refused'): Promise<void> {
  if (outcome === 'sent')
    await ctx.tables
      .updateTable('push_device')
      .set({ used_at: ctx.now.toISOString() })
      .where('id', '=', id)
      .execute();
  else if (outcome === 'gone')
    await ctx.tables.deleteFrom('push_device').where('id', '=', id).execute();
  else ctx.log.warn({ device: id }, 'a push service refused a notice');
}
