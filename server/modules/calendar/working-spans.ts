import { weekdayOf } from '#shared/calendar/working-hours.ts';
import { plusDays } from '#shared/locale/date.ts';
import { daysBetween, dayOf, instantOf } from './days-between.ts';
import { joined, type Span } from './free-slots.ts';
import type { PersonHours } from './hours-of.ts';

/** When somebody works between two moments, on their own clock; days off are left out. */
export function workingSpans(
  { hours, timeZone }: PersonHours,
  { from, to }: { from: string; to: string },
  daysOff: ReadonlySet<string>,
): Span[] {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const spans = daysBetween(plusDays(dayOf(from, timeZone), -1), dayOf(to, timeZone))
    .filter((date) => !daysOff.has(date))
    .flatMap((date) =>
      hours[weekdayOf(date)].map((each) => ({
        from: Math.max(first, Date.parse(instantOf(date, each.from, timeZone))),
        to: Math.min(last, Date.parse(instantOf(date, each.to, timeZone))),
      })),
    );
  return joined(spans.filter((span) => span.from < span.to));
}
