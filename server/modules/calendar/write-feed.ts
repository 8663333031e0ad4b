import type { Ctx } from '#engine/context.ts';
import { asSystem } from '#engine/access/as-system.ts';
import { list, type PresentedRecord } from '#engine/records/index.ts';
import { plainText } from '#shared/fields/plain-text.ts';
import { endingBefore, slotsOf } from '../activity/index.ts';
import { plusDays, dayOf, instantOf } from './days-between.ts';
import { findEvents, refs, shownFields } from './find-events.ts';
import { writeCalendar, type IcsEvent } from './ics/write-calendar.ts';

export interface Feed {
  members: readonly string[];
  name: string;
  /** Address of the program; what is in the feed leads back to it. */
  origin: string;
}

const daysBack = 90;
const daysAhead = 400;
const mostSlots = 2000;
const mostEvents = 6000;
const fields = [...shownFields, 'description', 'recurrenceSlot', 'updatedAt'];

/** The calendar of these people as a file, with what the actor may read: single ones, and series with what differs. */
export async function writeFeed(ctx: Ctx, { members, name, origin }: Feed): Promise<string> {
  const zone = ctx.actor.timeZone;
  const today = dayOf(ctx.now.toISOString(), zone);
  const from = instantOf(plusDays(today, -daysBack), '00:00', zone);
  const to = instantOf(plusDays(today, daysAhead), '00:00', zone);
  const { items } = await findEvents(ctx, { members, from, to, most: mostEvents }, fields);
  const series = await findSeries(ctx, items);
  const ofSeries = Map.groupBy(items, ({ recurrence }) => refs(recurrence)[0] ?? '');
  const events: IcsEvent[] = [];
  for (const [id, found] of ofSeries) {
    const one = series.get(id);
    const whole = one && seriesEvents(one, found, { from, to, origin });
    events.push(...(whole ?? found.map((item) => eventOf(item, zone, origin))));
  }
  return writeCalendar({ name, events });
}

interface Series {
  id: string;
  subject: string;
  rule: string;
  firstAt: string;
  timeZone: string;
  minutes: number;
  madeUntil: string;
  place: string;
  sequence: number;
}

async function findSeries(ctx: Ctx, items: readonly PresentedRecord[]) {
  const ids = [...new Set(items.flatMap(({ recurrence }) => refs(recurrence)))];
  const found = new Map<string, Series>();
  if (ids.length === 0) return found;
  const { hidden } = ctx.access.of('activity');
  const said = (key: string, value: unknown) =>
    typeof value === 'string' && !hidden.has(key) ? value : '';
  // Whoever takes part in one of its occurrences may not see the series itself, but knows of it what those say.
  const { items: all } = await list(asSystem(ctx, 'calendar feed'), 'recurrence', {
    where: { field: 'id', op: 'in', value: ids.slice(0, 1000) },
    limit: 1000,
  });
  for (const each of all) {
    const rule = String(each['rule']);
    const template: unknown = each['values'];
    const place =
      typeof template === 'object' && template !== null && 'place' in template
        ? template.place
        : '';
    found.set(each.id, {
      id: each.id,
      subject: said('subject', each['subject']),
      rule: closed(
        typeof each['endedAt'] === 'string' ? endingBefore(rule, each['endedAt']) : rule,
        String(each['timeZone']),
      ),
      firstAt: String(each['firstAt']),
      timeZone: String(each['timeZone']),
      minutes: Number(each['minutes']),
      madeUntil: String(each['madeUntil'] ?? each['firstAt']),
      place: said('place', place),
      sequence: each.version,
    });
  }
  return found;
}

/** A last day is written as its last second: beside a time, nothing else is allowed. */
const closed = (rule: string, timeZone: string): string =>
  rule.replace(/UNTIL=(\d{4})(\d{2})(\d{2})(?=;|$)/, (_, year, month, day) => {
    const end = Date.parse(instantOf(`${year}-${month}-${day}`, '24:00', timeZone)) - 1000;
    return `UNTIL=${new Date(end).toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
  });

interface Window {
  from: string;
  to: string;
  origin: string;
}

/** The series as one with a rule; undefined where too few of it are theirs, or it cannot be said so. */
function seriesEvents(
  series: Series,
  items: readonly PresentedRecord[],
  { from, to, origin }: Window,
): IcsEvent[] | undefined {
  const known = series.madeUntil < to ? series.madeUntil : to;
  const [first] = slotsOf(series, Date.parse(series.firstAt), Date.parse(to), 1);
  const slots = slotsOf(series, Date.parse(from), Date.parse(known), mostSlots);
  if (first === undefined || slots.length === 0 || slots.length > items.length * 2)
    return undefined;
  const bySlot = new Map(items.map((item) => [String(item['recurrenceSlot']), item]));
  // One that was moved out of the rule has a slot that the rule does not know.
  const strays = items.filter((item) => !slots.includes(String(item['recurrenceSlot'])));
  const [sample] = items;
  if (!sample) return undefined;
  const base: IcsEvent = {
    ...eventOf(sample, series.timeZone, origin),
    uid: uidOf(series.id),
    sequence: series.sequence,
    start: first,
    end: plusMinutes(first, series.minutes),
    summary: series.subject,
    location: series.place,
    description: undefined,
    url: undefined,
    cancelled: false,
  };
  const changed = slots.flatMap((slot) => {
    const item = bySlot.get(slot);
    if (!item) return [];
    const event = eventOf(item, series.timeZone, origin);
    const asPlanned =
      event.start === slot &&
      event.end === plusMinutes(slot, series.minutes) &&
      event.summary === base.summary &&
      (event.location ?? '') === series.place &&
      event.description === undefined &&
      !event.cancelled;
    return asPlanned ? [] : [{ ...event, uid: base.uid, insteadOf: slot }];
  });
  const without = slots.filter((slot) => !bySlot.has(slot));
  return [
    { ...base, rule: series.rule, without },
    ...changed,
    ...strays.map((item) => eventOf(item, series.timeZone, origin)),
  ];
}

export const uidOf = (id: string): string => `${id}@duyen`;

const plusMinutes = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** An activity as others' calendars have it. */
export function eventOf(item: PresentedRecord, timeZone: string, origin: string): IcsEvent {
  const said = (key: string) => {
    const value = item[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const startsAt = String(item['startsAt']);
  const description = said('description');
  return {
    uid: uidOf(item.id),
    sequence: item.version,
    stamp: said('updatedAt') ?? startsAt,
    start: startsAt,
    end: said('endsAt') ?? startsAt,
    timeZone,
    allDay: item['allDay'] === true,
    summary: said('subject') ?? '',
    cancelled: item['status'] === 'cancelled',
    description: description && plainText(description),
    location: said('place') ?? said('link'),
    url: `${origin}/activities/${item.id}`,
  };
}
