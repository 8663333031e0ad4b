import type { Label } from '../define.ts';
import { plusDays } from '../locale/date.ts';
import { fromLunar, lunarAnniversary } from '../locale/lunar.ts';
import { occasions, type Occasion, type OccasionRule } from './occasions.ts';

/** What a company says of single days: decreed days off, working days in exchange, days of its own. */
export interface DayOverride {
  /** `YYYY-MM-DD`. */
  date: string;
  off: boolean;
  name?: string;
}

export interface HolidaySettings {
  /** Occasions that are no day off here. */
  notOff?: readonly string[];
  days?: readonly DayOverride[];
}

/** A day with a name, or off without one. */
export interface NamedDay {
  date: string;
  /** Of the occasion; absent where the company itself named the day. */
  key?: string;
  label: Label;
  kind: Occasion['kind'] | 'own';
  off: boolean;
}

const substituteLabel = ({ vi, en }: Label): Label => ({
  vi: `Nghỉ bù ${vi}`,
  en: `${en} (day off in lieu)`,
});

/**
 * Named days and days off from one day to another, both included, in their order. A public holiday that falls on a
 * weekly day of rest is made up for on the next working day (Labour Code 2019, article 111.3). `restDays`: ISO weekdays.
 */
export function daysOf(
  from: string,
  to: string,
  { notOff = [], days = [] }: HolidaySettings = {},
  restDays: readonly number[] = [7],
): NamedDay[] {
  const found: NamedDay[] = [];
  // A day in lieu may belong to a holiday shortly before the stretch begins.
  const start = plusDays(from, -14);
  for (let year = yearOf(start) - 1; year <= yearOf(to); year += 1)
    for (const occasion of occasions) found.push(...daysOfOccasion(occasion, year, notOff));
  const off = new Set(found.filter((day) => day.off).map(({ date }) => date));
  const lieu = found
    .filter((day) => day.off && restDays.includes(weekdayOf(day.date)))
    .toSorted(byDate)
    .flatMap((day) => {
      if (restDays.length >= 7) return [];
      let date = day.date;
      while (off.has(date) || restDays.includes(weekdayOf(date))) date = plusDays(date, 1);
      off.add(date);
      return [{ date, label: substituteLabel(day.label), kind: day.kind, off: true }];
    });
  return overridden([...found, ...lieu], days)
    .filter(({ date }) => date >= from && date <= to)
    .toSorted(byDate);
}

function daysOfOccasion(
  { key, label, rule, kind, moreDays = 0 }: Occasion,
  year: number,
  notOff: readonly string[],
): NamedDay[] {
  const first = dateOf(rule, year);
  if (first === undefined) return [];
  const off = kind === 'public' && !notOff.includes(key);
  return Array.from({ length: moreDays + 1 }, (_, i) => ({
    date: plusDays(first, i),
    key,
    label,
    kind,
    off,
  }));
}

function overridden(found: readonly NamedDay[], days: readonly DayOverride[]): NamedDay[] {
  const said = new Map(days.map((day) => [day.date, day]));
  const kept = found.map((day) => {
    const override = said.get(day.date);
    return override ? { ...day, off: override.off } : day;
  });
  const own = days
    .filter(({ date, name }) => name !== undefined || !kept.some((day) => day.date === date))
    .map(({ date, off, name }): NamedDay => {
      const usual = off
        ? { vi: 'Ngày nghỉ', en: 'Day off' }
        : { vi: 'Ngày làm bù', en: 'Working day' };
      return { date, label: name === undefined ? usual : { vi: name, en: name }, kind: 'own', off };
    });
  return [...kept, ...own];
}

/** The day of an occasion in a year of its own calendar. */
export function dateOf(rule: OccasionRule, year: number): string | undefined {
  if (rule.type === 'solar') return isoOf(year, rule.month, rule.day);
  if (rule.type === 'lunar') return lunarAnniversary(year, rule.month, rule.day);
  if (rule.type === 'lunarYearEnd') {
    const next = fromLunar({ year: year + 1, month: 1, day: 1, leap: false });
    return next && plusDays(next, -1);
  }
  const first = isoOf(year, rule.month, 1);
  const ahead = (rule.weekday - weekdayOf(first) + 7) % 7;
  return plusDays(first, ahead + 7 * (rule.nth - 1));
}

const isoOf = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/** 1 is Monday, 7 is Sunday. */
const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
const yearOf = (date: string): number => Number(date.slice(0, 4));
const byDate = (a: { date: string }, b: { date: string }): number => (a.date < b.date ? -1 : 1);
