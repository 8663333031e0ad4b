import { z } from 'zod';
import { asMember } from '#engine/access/as-member.ts';
import type { Ctx } from '#engine/context.ts';
import { addJob } from '#engine/jobs/add-job.ts';
import type { Job } from '#engine/jobs/job.ts';
import { findNotices } from '#engine/notices/list-notices.ts';
import { sendNoticesJob } from '#engine/notices/send-notices.ts';
import { withTransaction } from '#engine/transaction.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { noticeMail } from './notice-mail.ts';
import { pushNoticeJob } from './push-notice.ts';

const payloadSchema = z.object({
  notices: z.array(z.string()),
  channel: z.enum(['mail', 'push']),
});
/** A reminder that waited for quiet hours to end, and whose moment is this long over, is found at the bell. */
const staleMs = 15 * 60_000;

export interface SendingDeps {
  publicUrl: string;
  appSecret: string;
}

/** Sends notices by mail or to devices, as their members see them now. Each once, however often this runs. */
export const sendNotices = (deps: SendingDeps): Job => ({
  name: sendNoticesJob,
  async run(ctx, payload) {
    const { notices, channel } = payloadSchema.parse(payload);
    for (const id of notices)
      await withTransaction(ctx, async (inside) => {
        const member = await take(inside, id, channel);
        if (member === undefined) return;
        if (channel === 'mail') await mail(asMember(inside, member), id, deps);
        else await push(inside, member, id);
      });
  },
});

/** Marks the notice as sent that way; undefined when it was, was read meanwhile, or has nobody left to read it. */
async function take(ctx: Ctx, id: string, channel: 'mail' | 'push'): Promise<string | undefined> {
  const sent = channel === 'mail' ? 'mailed_at' : 'pushed_at';
  const row = await ctx.tables
    .updateTable('notice')
    .set({ [sent]: ctx.now.toISOString() })
    .where('id', '=', id)
    .where(sent, 'is', null)
    // Whoever has no bell for such notices has them read from the beginning.
    .where((is) => is.or([is('read_at', 'is', null), is('read_at', '=', is.ref('at'))]))
    .returning(['member_id', 'kind', 'params'])
    .executeTakeFirst();
  if (!row || !ctx.directory.members.get(row.member_id)?.active) return undefined;
  const { due } = row.params;
  const isStale =
    row.kind === 'reminder' && due !== undefined && ctx.now.getTime() - Date.parse(due) > staleMs;
  return isStale ? undefined : row.member_id;
}

async function mail(ctx: Ctx, id: string, { publicUrl, appSecret }: SendingDeps): Promise<void> {
  const [notice] = await findNotices(ctx, [id]);
  const message = notice && noticeMail(ctx, notice, publicUrl);
  if (message) await queueMail(ctx.tables, message, appSecret);
}

/** A job for each device, so that one that is slow holds up no other. */
async function push(ctx: Ctx, member: string, notice: string): Promise<void> {
  const devices = await ctx.tables
    .selectFrom('push_device')
    .select('id')
    .where('member_id', '=', member)
    .execute();
  for (const { id } of devices)
    await addJob(ctx, pushNoticeJob, { notice, device: id }, { maxAttempts: 5 });
}
