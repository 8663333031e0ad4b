import type { Ctx } from '#engine/context.ts';
import { notify, type NewNotice } from '#engine/notices/notify.ts';
import { get, idsOf } from '#engine/records/index.ts';
import type { Change } from '#engine/records/rules.ts';
import type { Message } from './message.rules.ts';

/** Of two who write to each other, the other is told once until they have read: not of each line. */
export async function tellOther(ctx: Ctx, written: readonly Change<Message>[]): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'member') return;
  for (const { id, after } of written) {
    const channel = await get(ctx, 'channel', after.channel ?? '');
    if (channel['audience'] !== 'direct') continue;
    const others = idsOf(channel['people']).filter((member) => member !== actor.id);
    await notify(ctx, await Promise.all(others.map((member) => told(ctx, id, channel.id, member))));
  }
}

async function told(ctx: Ctx, id: string, channel: string, member: string): Promise<NewNotice> {
  const read = await ctx.tables
    .selectFrom('read_mark')
    .select('at')
    .where('object', '=', 'channel')
    .where('record_id', '=', channel)
    .where('member_id', '=', member)
    .executeTakeFirst();
  return {
    member,
    kind: 'messaged',
    object: 'message',
    recordId: id,
    key: `messaged:${channel}:${read?.at ?? 'never'}`,
  };
}
