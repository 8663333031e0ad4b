import { AppError } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { findObject, tableOf } from '#engine/records/find-object.ts';

const seconds = 10;
/** Faster than anybody writes who wants to be read. */
const most = 30;

/** Refuses a flood from one member, whichever process takes it. */
export async function checkPace(ctx: Ctx, objectKey: 'post' | 'message'): Promise<void> {
  if (ctx.actor.kind !== 'member') return;
  const [row] = await ctx.db.prepared(
    `select count(*) from (select from ${tableOf(ctx, findObject(ctx, objectKey))} t where t.owner = $1 and t.deleted_at is null
       and t.created_at > $2::timestamptz - make_interval(secs => ${seconds}) limit ${most}) c`,
    [ctx.actor.id, ctx.now.toISOString()],
  );
  if (Number(row?.[0]) >= most) throw new AppError('tooManyRequests', { retryAfter: seconds });
}
