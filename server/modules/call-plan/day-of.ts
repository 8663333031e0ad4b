import { plusDays } from '#shared/locale/date.ts';
import { instantOf } from '../calendar/index.ts';

/** From midnight to midnight where the reader is. */
export interface Day {
  day: string;
  from: string;
  to: string;
}

export const dayBounds = (day: string, timeZone: string): Day => ({
  day,
  from: instantOf(day, '00:00', timeZone),
  to: instantOf(plusDays(day, 1), '00:00', timeZone),
});

const dayMs = 86_400_000;

export const daysBefore = (instant: string | Date, days: number): string =>
  new Date(new Date(instant).getTime() - days * dayMs).toISOString();

/** Whole days from one moment to a later one. */
export const daysSince = (from: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(from)) / dayMs));
