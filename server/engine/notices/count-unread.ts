import { notificationEvents, type NotificationEvent } from '#shared/personal.ts';
import type { Ctx } from '../context.ts';
import { qualified } from '../records/sql.ts';
import { requireMember } from './require-member.ts';

export interface Unread {
  total: number;
  kinds: Partial<Record<NotificationEvent, number>>;
}

/** Nobody reads a number beyond this. */
const mostCounted = 1000;

export async function countUnread(ctx: Ctx): Promise<Unread> {
  const rows = await ctx.db.prepared(
    `select kind, count(*)::int from (
       select kind from ${qualified(ctx.workspace.schema, 'notice')}
       where member_id = $1 and read_at is null limit ${mostCounted}
     ) n group by kind`,
    [requireMember(ctx)],
  );
  const counts = new Map(rows.map(([kind, count]) => [String(kind), Number(count)]));
  const kinds: Unread['kinds'] = {};
  for (const event of notificationEvents) {
    const count = counts.get(event);
    if (count !== undefined) kinds[event] = count;
  }
  return { total: [...counts.values()].reduce((sum, each) => sum + each, 0), kinds };
}
