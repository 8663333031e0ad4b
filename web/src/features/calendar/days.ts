import { weekdayOf } from '#shared/calendar/working-hours.ts';
import { plusDays } from '#shared/locale/date.ts';

const dayMs = 86_400_000;

/** Days of the calendar are `YYYY-MM-DD`; nothing here knows a clock. */
export const daysApart = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);

export const daysFrom = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => plusDays(first, i));

/** The Monday of its week. */
export const weekOf = (day: string): string => plusDays(day, 1 - Number(weekdayOf(day)));

export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** The same day of another month; its last one where there is none. */
export function plusMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** Whole weeks that show a month. */
export function weeksOfMonth(day: string): string[] {
  const first = weekOf(monthOf(day));
  const last = plusDays(weekOf(plusDays(plusMonths(monthOf(day), 1), -1)), 6);
  return daysFrom(first, daysApart(first, last) + 1);
}

/** ISO 8601: the week that has the Thursday counts for its year. */
export function weekNumber(day: string): number {
  const thursday = plusDays(weekOf(day), 3);
  return 1 + Math.floor(daysApart(`${thursday.slice(0, 4)}-01-01`, thursday) / 7);
}
