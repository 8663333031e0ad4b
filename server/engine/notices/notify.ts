import type { NoticeParams } from '#shared/notices.ts';
import type { NotificationEvent } from '#shared/personal.ts';
import type { Ctx } from '../context.ts';
import { storeNotices } from './store-notices.ts';

/** Something a person is told of. */
export interface NewNotice {
  member: string;
  kind: NotificationEvent;
  /** Key of the object, and the record it leads to. */
  object?: string | null;
  recordId?: string | null;
  params?: NoticeParams;
  /** Says what happened: a member is told of one key once, for ever, however often this is called. */
  key: string;
}

/**
 * Tells people of something, in the transaction of what happened: neither is there without the other. Whoever did it is
 * not told, nor is who may not come in any more. Bell, push and mail follow as each of them chose.
 */
export async function notify(ctx: Ctx, notices: readonly NewNotice[]): Promise<void> {
  const actor = ctx.actor.kind === 'member' ? ctx.actor.id : null;
  await storeNotices(
    ctx,
    notices
      .filter(({ member }) => member !== actor)
      .map((notice) => ({ ...notice, actor, at: ctx.now.toISOString() })),
  );
}
