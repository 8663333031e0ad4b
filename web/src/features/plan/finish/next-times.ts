import { plusDays } from '#shared/locale/date.ts';
import { dateInZone, formatTime, parseDateTime } from '#shared/locale/date-time.ts';

export interface NextTime {
  startsAt: string;
  /** `answers`: they often pick up then. */
  why: 'answers' | 'free';
}

const morning = '09:00';

/** Where the hours they answer are not known, as without a network: tomorrow at this hour, and Monday morning. */
export function usualTimes(now: Date, timeZone: string): NextTime[] {
  const today = dateInZone(now, timeZone);
  const hour = Number(formatTime(now, timeZone).slice(0, 2));
  const clock = hour >= 8 && hour < 17 ? `${String(hour).padStart(2, '0')}:00` : morning;
  const next = at(nextWorkday(today), clock, timeZone);
  const monday = at(nextMonday(today), morning, timeZone);
  return [
    { startsAt: next, why: 'free' },
    ...(monday === next ? [] : [{ startsAt: monday, why: 'free' as const }]),
  ];
}

const at = (day: string, clock: string, timeZone: string): string =>
  parseDateTime(`${day.split('-').toReversed().join('/')} ${clock}`, 'dmy', timeZone) ?? '';

const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

function nextWorkday(day: string): string {
  const next = plusDays(day, 1);
  const ofWeek = weekday(next);
  if (ofWeek === 6) return plusDays(next, 2);
  return ofWeek === 0 ? plusDays(next, 1) : next;
}

const nextMonday = (day: string): string => plusDays(day, (8 - weekday(day)) % 7 || 7);
