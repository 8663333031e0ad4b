import type { Filter } from '#shared/filter.ts';
import { plusDays } from '#shared/locale/date.ts';
import { dateInZone, parseDateTime } from '#shared/locale/date-time.ts';

export interface DayBounds {
  /** `YYYY-MM-DD` where the person is. */
  day: string;
  from: string;
  to: string;
}

const dayMs = 86_400_000;
/** Forgotten longer ago than this is no matter of today any more. */
const forgottenDays = 14;

/** From midnight to midnight where the person is, also on days of 23 and 25 hours. */
export const dayBounds = (now: Date, timeZone: string): DayBounds =>
  boundsOf(dateInZone(now, timeZone), timeZone);

export function boundsOf(day: string, timeZone: string): DayBounds {
  const midnight = (each: string) => parseDateTime(each, 'ymd', timeZone) ?? '';
  return { day, from: midnight(day), to: midnight(plusDays(day, 1)) };
}

/** What is mine that day, and what I forgot before. */
export function dayWhere({ from, to }: DayBounds): Filter {
  const earliest = new Date(Date.parse(from) - forgottenDays * dayMs).toISOString();
  return {
    and: [
      {
        or: [
          { field: 'owner', op: 'eq', value: { me: true } },
          { field: 'people', op: 'hasAny', value: { me: true } },
        ],
      },
      { field: 'startsAt', op: 'gte', value: earliest },
      { field: 'startsAt', op: 'lt', value: to },
      { field: 'status', op: 'ne', value: 'cancelled' },
      { field: 'kind', op: 'ne', value: 'note' },
      {
        or: [
          { field: 'startsAt', op: 'gte', value: from },
          { field: 'status', op: 'in', value: ['forgotten', 'inProgress'] },
        ],
      },
    ],
  };
}
