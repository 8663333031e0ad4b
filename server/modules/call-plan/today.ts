import { aheadStatuses } from '#shared/activity.ts';
import type { Ctx } from '#engine/context.ts';
import { aggregate } from '#engine/records/index.ts';
import { dayOf } from '../calendar/index.ts';
import { dayBounds } from './day-of.ts';
import { listVisible, refOf, refsOf, sees, textOf } from './read-fields.ts';

export interface Today {
  /** What is still to do today, of every kind. */
  left: number;
  /** The call that runs. */
  running: {
    id: string;
    title: string;
    startedAt: string;
    plannedMinutes: number | null;
  } | null;
}

/** What every page shows of the day of whoever looks. */
export async function today(ctx: Ctx): Promise<Today> {
  if (!sees(ctx, 'activity', 'owner', 'people', 'kind', 'status', 'startsAt'))
    return { left: 0, running: null };
  const { timeZone } = ctx.actor;
  const day = dayBounds(dayOf(ctx.now.toISOString(), timeZone), timeZone);
  const [{ groups }, [running]] = await Promise.all([
    aggregate(ctx, 'activity', {
      where: {
        and: [
          {
            or: [
              { field: 'owner', op: 'eq', value: { me: true } },
              { field: 'people', op: 'hasAny', value: { me: true } },
            ],
          },
          { field: 'startsAt', op: 'gte', value: day.from },
          { field: 'startsAt', op: 'lt', value: day.to },
          { field: 'status', op: 'in', value: aheadStatuses },
          { field: 'kind', op: 'ne', value: 'note' },
        ],
      },
      measures: [{ fn: 'count' }],
    }),
    listVisible(ctx, 'activity', {
      where: {
        and: [
          { field: 'owner', op: 'eq', value: { me: true } },
          { field: 'kind', op: 'eq', value: 'call' },
          { field: 'status', op: 'eq', value: 'inProgress' },
          { field: 'startedAt', op: 'isNotEmpty' },
        ],
      },
      sort: '-startsAt',
      fields: ['subject', 'contacts', 'account', 'lead', 'startedAt', 'plannedMinutes'],
      limit: 1,
    }),
  ]);
  const party = running && [
    refsOf(running['contacts'])[0],
    refOf(running['account']),
    refOf(running['lead']),
  ];
  return {
    left: Number(groups[0]?.values[0] ?? 0),
    running: running
      ? {
          id: running.id,
          title: party?.find((each) => each?.title)?.title ?? textOf(running['subject']) ?? '',
          startedAt: textOf(running['startedAt']) ?? ctx.now.toISOString(),
          plannedMinutes:
            typeof running['plannedMinutes'] === 'number' ? running['plannedMinutes'] : null,
        }
      : null,
  };
}
