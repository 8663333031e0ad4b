import type { HolidaySettings } from './days-of.ts';

/** From one time of the day to a later one, both `HH:MM`. */
export interface Interval {
  from: string;
  to: string;
}

/** What is worked on each day of the week, in its order; a day without any is one of rest. */
export type WeekHours = Readonly<Record<Weekday, readonly Interval[]>>;
export type Weekday = '1' | '2' | '3' | '4' | '5' | '6' | '7';
/** Monday first, as ISO 8601 counts. */
export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

const day: readonly Interval[] = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
];

/** The 40 hours of the Labour Code that most offices keep. */
export const usualHours: WeekHours = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] };

/** What a company says of its calendar; absent is as usual. */
export interface CalendarSettings {
  hours?: WeekHours;
  holidays?: HolidaySettings;
  /** How long one of a kind takes when nobody says, in minutes. */
  usualMinutes?: Readonly<Record<string, number>>;
}

/** Intervals that are no times, end before they begin or overlap: the weekdays that are wrong. */
export const wrongDays = (hours: WeekHours): Weekday[] =>
  weekdays.filter((weekday) =>
    hours[weekday].some(
      ({ from, to }, i) =>
        from === '' || from >= to || from < (hours[weekday][i - 1]?.to ?? '00:00'),
    ),
  );

/** ISO weekdays on which nobody works. */
export const restDaysOf = (hours: WeekHours): number[] =>
  weekdays.filter((weekday) => hours[weekday].length === 0).map(Number);

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: string): Weekday =>
  weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? '1';
