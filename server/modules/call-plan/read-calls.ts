import type { Ctx } from '#engine/context.ts';
import type { PresentedRecord } from '#engine/records/index.ts';
import { daysBefore, type Day } from './day-of.ts';
import { listVisible, sees } from './read-fields.ts';

/** Forgotten longer ago than this is no matter of today any more. */
const forgottenDays = 14;
const most = 200;

/** Calls of a member on a day, in their order; on the day of today also what was forgotten before, or still runs. */
export async function readCalls(
  ctx: Ctx,
  member: string,
  { from, to }: Day,
): Promise<PresentedRecord[]> {
  if (!sees(ctx, 'activity', 'owner', 'kind', 'status', 'startsAt')) return [];
  const isToday = from <= ctx.now.toISOString() && ctx.now.toISOString() < to;
  const earliest = isToday ? daysBefore(from, forgottenDays) : from;
  return listVisible(ctx, 'activity', {
    where: {
      and: [
        { field: 'owner', op: 'eq', value: member },
        { field: 'startsAt', op: 'gte', value: earliest },
        { field: 'startsAt', op: 'lt', value: to },
        { field: 'kind', op: 'eq', value: 'call' },
        { field: 'status', op: 'ne', value: 'cancelled' },
        {
          or: [
            { field: 'startsAt', op: 'gte', value: from },
            { field: 'status', op: 'in', value: ['forgotten', 'inProgress'] },
          ],
        },
      ],
    },
    sort: 'startsAt',
    fields: [
      'subject',
      'status',
      'startsAt',
      'endsAt',
      'startedAt',
      'plannedMinutes',
      'actualMinutes',
      'result',
      'summary',
      'account',
      'contacts',
      'lead',
    ],
    limit: most,
  });
}
