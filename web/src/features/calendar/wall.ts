import { formatDateTime, parseDateTime } from '#shared/locale/date-time.ts';

/** What the clock and the calendar of a place show at a moment. */
export interface Wall {
  day: string;
  /** Since midnight. */
  minutes: number;
}

export function wallOf(instant: string, timeZone: string): Wall {
  // 03/02/2026 14:30
  const text = formatDateTime(new Date(instant), timeZone);
  const [date = '', time = ''] = text.split(' ');
  const [day, month, year] = date.split('/');
  return { day: `${year}-${month}-${day}`, minutes: minutesOf(time) };
}

export const instantAt = (day: string, minutes: number, timeZone: string): string =>
  parseDateTime(`${day} ${clockOf(minutes)}`, 'ymd', timeZone) ?? `${day}T00:00:00.000Z`;

/** `08:30`. */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};
