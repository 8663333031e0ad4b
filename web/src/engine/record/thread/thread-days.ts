import { plusDays } from '#shared/locale/date.ts';
import { dateInZone } from '#shared/locale/date-time.ts';
import { localeOf } from '#shared/locale/number.ts';
import type { Language } from '#shared/messages/language.ts';

export interface Stretch<T> {
  /** `2026-11-17` or `2026-09`. */
  key: string;
  /** Days that are near are told one by one, with the time; older ones by month, with the day. */
  isNear: boolean;
  entries: T[];
}

const nearDays = 14;
const dayMs = 86_400_000;

/** Puts entries, newest first, under the day or month they happened in. */
export function inStretches<T extends { at: string | null }>(
  entries: readonly T[],
  { now, timeZone }: { now: Date; timeZone: string },
): Stretch<T>[] {
  const nearest = dateInZone(new Date(now.getTime() - nearDays * dayMs), timeZone);
  const stretches: Stretch<T>[] = [];
  for (const entry of entries) {
    const day = dateInZone(entry.at === null ? now : new Date(entry.at), timeZone);
    const isNear = day > nearest;
    const key = isNear ? day : day.slice(0, 7);
    const last = stretches.at(-1);
    if (last?.key === key) last.entries.push(entry);
    else stretches.push({ key, isNear, entries: [entry] });
  }
  return stretches;
}

/** `Thứ Ba, 17/11`, `Tháng 9`, `Tháng 9 năm 2025`; the year only when it is not this one. */
export function stretchName(key: string, today: string, language: Language): string {
  const isMonth = key.length === 7;
  const date = new Date(`${isMonth ? `${key}-01` : key}T12:00:00Z`);
  const isThisYear = key.slice(0, 4) === today.slice(0, 4);
  const name = new Intl.DateTimeFormat(localeOf[language], {
    timeZone: 'UTC',
    ...(isMonth ? { month: 'long' } : { weekday: 'long' }),
    ...(isMonth && !isThisYear && { year: 'numeric' }),
  }).format(date);
  const day = `${key.slice(8, 10)}/${key.slice(5, 7)}${isThisYear ? '' : `/${key.slice(0, 4)}`}`;
  return capital(isMonth ? name : `${name}, ${day}`);
}

const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);

export const dayBefore = (day: string): string => plusDays(day, -1);
