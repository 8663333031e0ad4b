import { minutesOf } from '../wall.ts';
import { weekdayOf } from '#shared/calendar/working-hours.ts';
import type { NamedDay, Person } from '../calendar.queries.ts';
import type { Entry } from '../entries.ts';

/** A day; of one person, where several stand beside each other. */
export interface Column {
  key: string;
  day: string;
  named: NamedDay | undefined;
  person?: Person;
  /** A day of rest, or a day off. */
  off: boolean;
  /** Nobody works on this day of the week. */
  rests: boolean;
  /** Minutes of the day before which, and after which, nobody works. */
  begins: number;
  ends: number;
}

interface Asked {
  days: readonly string[];
  named: readonly NamedDay[];
  people: readonly Person[];
}

/** Several people on one day have a column each; else every day has one. */
export function columnsOf({ days, named, people }: Asked): Column[] {
  const [only] = days;
  if (days.length === 1 && only !== undefined && people.length > 1)
    return people.map((person) => ({
      ...columnOf(only, named, [person]),
      key: person.id,
      person,
    }));
  return days.map((day) => columnOf(day, named, people));
}

function columnOf(day: string, named: readonly NamedDay[], people: readonly Person[]): Column {
  const name = named.find(({ date }) => date === day);
  const hours = people.flatMap((person) => person.hours[weekdayOf(day)]);
  const off = name?.off === true || hours.length === 0;
  return {
    key: day,
    day,
    named: name,
    off,
    rests: hours.length === 0,
    begins: off ? 0 : Math.min(...hours.map(({ from }) => minutesOf(from))),
    ends: off ? 0 : Math.max(...hours.map(({ to }) => minutesOf(to))),
  };
}

export const isIn = (entry: Entry, { person }: Column): boolean =>
  person === undefined || entry.members.includes(person.id);
