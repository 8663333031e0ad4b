import { formatDate } from '#shared/locale/date.ts';
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
  // In UTC every day has the same length.
  const before = new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return day === before ? names.yesterday : formatDate(day);
}
