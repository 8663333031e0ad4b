import { weekdayOf } from '#shared/calendar/working-hours.ts';

export const repeats = [
  'none',
  'daily',
  'workdays',
  'weekly',
  'fortnightly',
  'monthly',
  'yearly',
] as const;
export type Repeat = (typeof repeats)[number];

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The rule of RFC 5545 for what is chosen, from its first day; `until`: the last day it may come on. */
export function ruleOf(repeat: Repeat, day: string, until?: string): string | undefined {
  const weekday = weekdays[Number(weekdayOf(day)) - 1];
  const rules: Record<Repeat, string | undefined> = {
    none: undefined,
    daily: 'FREQ=DAILY',
    workdays: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    weekly: `FREQ=WEEKLY;BYDAY=${weekday}`,
    fortnightly: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}`,
    monthly: 'FREQ=MONTHLY',
    yearly: 'FREQ=YEARLY',
  };
  const rule = rules[repeat];
  if (rule === undefined || until === undefined || until === '') return rule;
  return `${rule};UNTIL=${until.replaceAll('-', '')}T235959Z`;
}
