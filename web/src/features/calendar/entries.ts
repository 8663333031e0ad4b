import { plusDays } from '#shared/locale/date.ts';
import type { CalendarAnswer, CalendarItem, Slot } from './calendar.queries.ts';
import { daysApart } from './days.ts';
import { instantAt, wallOf, type Wall } from './wall.ts';

/** Something that takes time on the calendar: an activity, or what somebody has on that one may not know. */
export interface Entry {
  key: string;
  item: CalendarItem | null;
  /** Whose it is. */
  members: readonly string[];
  startsAt: string;
  endsAt: string;
  start: Wall;
  end: Wall;
  /** It stands above the hours: the whole of its days, or longer than one. */
  wholeDay: boolean;
}

const dayMs = 86_400_000;

export function entriesOf(
  { items, busy }: Pick<CalendarAnswer, 'items' | 'busy'>,
  timeZone: string,
): Entry[] {
  const made = (
    key: string,
    item: CalendarItem | null,
    members: readonly string[],
    { startsAt, endsAt, allDay }: { startsAt: string; endsAt: string; allDay: boolean },
  ): Entry => ({
    key,
    item,
    members,
    startsAt,
    endsAt,
    start: wallOf(startsAt, timeZone),
    end: wallOf(endsAt, timeZone),
    wholeDay: allDay || Date.parse(endsAt) - Date.parse(startsAt) >= dayMs,
  });
  return [
    ...items.map((item) =>
      made(item.id, item, membersOf(item), {
        startsAt: item.startsAt,
        endsAt: item.endsAt ?? item.startsAt,
        allDay: item.allDay === true,
      }),
    ),
    ...busy.map((time, i) => made(`busy ${i} ${time.member}`, null, [time.member], time)),
  ];
}

const membersOf = ({ owner, people }: CalendarItem): string[] => [
  ...new Set([...(owner ? [owner.id] : []), ...(people ?? []).map(({ id }) => id)]),
];

/** Its last day; one that ends at midnight ends on the day before. */
export const lastDay = ({ start, end }: Entry): string =>
  end.minutes === 0 && end.day > start.day ? plusDays(end.day, -1) : end.day;

export const isOn = (entry: Entry, day: string): boolean =>
  entry.start.day <= day && lastDay(entry) >= day;

/** The same on other days: it begins and ends at the hours it did. */
export function withDays(
  entry: Entry,
  { first, last }: { first: string; last: string },
  timeZone: string,
): Slot {
  const { start, end } = entry;
  const by = daysApart(lastDay(entry), last);
  return {
    startsAt: instantAt(first, start.minutes, timeZone),
    endsAt: instantAt(plusDays(end.day, by), end.minutes, timeZone),
  };
}
