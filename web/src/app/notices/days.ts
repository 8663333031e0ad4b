import { formatDate, plusDays } from '#shared/locale/date.ts';
import { dateInZone } from '#shared/locale/date-time.ts';

export interface Day<T> {
  /** `YYYY-MM-DD`, where the person is. */
  day: string;
  items: T[];
}

/** What comes newest first, under the days of the place. */
export function byDay<T extends { at: string }>(items: readonly T[], timeZone: string): Day<T>[] {
  const days: Day<T>[] = [];
  for (const item of items) {
    const day = dateInZone(new Date(item.at), timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}

/** Today and yesterday by their names, other days by their dates. */
export function dayName(
  day: string,
  timeZone: string,
  names: { today: string; yesterday: string },
  now = new Date(),
): string {
  const today = dateInZone(now, timeZone);
  if (day === today) return names.today;
  return day === plusDays(today, -1) ? names.yesterday : formatDate(day);
}
