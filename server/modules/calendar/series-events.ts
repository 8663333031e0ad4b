import { plainText } from '#shared/fields/plain-text.ts';
import type { Ctx } from '#engine/context.ts';
import { asSystem } from '#engine/access/as-system.ts';
import { findObject, tableOf } from '#engine/records/find-object.ts';
import { list, type PresentedRecord } from '#engine/records/index.ts';
import { columnName, quote } from '#engine/records/sql.ts';
import { endingBefore, slotsOf } from '../activity/index.ts';
import { eventOf, uidOf } from './event-of.ts';
import { instantOf } from './days-between.ts';
import type { IcsEvent } from './ics/index.ts';

export interface Series {
  id: string;
  subject: string;
  rule: string;
  firstAt: string;
  timeZone: string;
  minutes: number;
  madeUntil: string;
  place: string;
  description: string;
  /** Rises with whatever changes in it or in one of its occurrences, removed ones too. */
  sequence: number;
  /** When that last was. */
  changedAt: string;
}

/** Fields of occurrences from which their events are made. */
export const occurrenceFields: readonly string[] = [
  'subject',
  'status',
  'startsAt',
  'endsAt',
  'allDay',
  'place',
  'link',
  'description',
  'recurrenceSlot',
  'updatedAt',
];

const mostSeries = 1000;

/**
 * The series by their ids, with what the actor's role may know of activities: whoever takes part in one of its
 * occurrences may not see the series itself, but knows of it what those say.
 */
export async function findSeries(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Series>> {
  const found = new Map<string, Series>();
  if (ids.length === 0) return found;
  const { hidden } = ctx.access.of('activity');
  const said = (key: string, value: unknown) =>
    typeof value === 'string' && !hidden.has(key) ? value : '';
  const system = asSystem(ctx, 'calendar');
  const { items: all } = await list(system, 'recurrence', {
    where: { field: 'id', op: 'in', value: ids.slice(0, mostSeries) },
    limit: mostSeries,
  });
  const changes = await changesOf(
    system,
    all.map(({ id }) => id),
  );
  for (const each of all) {
    const rule = String(each['rule']);
    const template = new Map(Object.entries(Object(each['values'])));
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
      place: said('place', template.get('place')) || said('link', template.get('link')),
      description: plainText(said('description', template.get('description'))),
      sequence: each.version + (changes.get(each.id)?.count ?? 0),
      changedAt: changes.get(each.id)?.at ?? String(each['updatedAt']),
    });
  }
  return found;
}

/** How often occurrences were changed, those in the trash too: taking one out changes nothing else of the series. */
async function changesOf(ctx: Ctx, ids: readonly string[]) {
  const object = findObject(ctx, 'activity');
  const field = object.fields.get('recurrence');
  if (!field || ids.length === 0) return new Map<string, never>();
  const series = quote(columnName(field, ''));
  const rows = await ctx.db.prepared(
    `select ${series}, sum(version - 1), max(updated_at) from ${tableOf(ctx, object)}` +
      ` where ${series} = any($1::uuid[]) group by ${series}`,
    [ids],
  );
  return new Map(
    rows.map(([id, count, at]) => [
      String(id),
      { count: Number(count), at: new Date(String(at)).toISOString() },
    ]),
  );
}

/** A last day is written as its last second: beside a time, nothing else is allowed. */
const closed = (rule: string, timeZone: string): string =>
  rule.replace(/UNTIL=(\d{4})(\d{2})(\d{2})(?=;|$)/, (_, year, month, day) => {
    const end = Date.parse(instantOf(`${year}-${month}-${day}`, '24:00', timeZone)) - 1000;
    return `UNTIL=${new Date(end).toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
  });

const mostSlots = 2000;

/** Times of the rule of which occurrences were made. */
export function slotsWithin(series: Series, { from, to }: { from: string; to: string }): string[] {
  const known = series.madeUntil < to ? series.madeUntil : to;
  return slotsOf(series, Date.parse(from), Date.parse(known), mostSlots);
}

interface Within {
  slots: readonly string[];
  /** Of these slots nothing is known, but that they are not free. */
  taken?: ReadonlySet<string>;
  origin: string;
}

/** The series as one with a rule, and each that differs from it; undefined where it cannot be said so. */
export function seriesEvents(
  series: Series,
  items: readonly PresentedRecord[],
  { slots, taken = new Set(), origin }: Within,
): { events: IcsEvent[]; strays: PresentedRecord[]; timeZone: string } | undefined {
  const { firstAt, timeZone, minutes } = series;
  const until = Date.parse(slots.at(-1) ?? firstAt);
  const [first] = slotsOf(series, Date.parse(firstAt), until, 1);
  const [sample] = items;
  if (first === undefined || !sample) return undefined;
  const bySlot = new Map(items.map((item) => [String(item['recurrenceSlot']), item]));
  const base: IcsEvent = {
    ...eventOf(sample, timeZone, origin),
    uid: uidOf(series.id),
    sequence: series.sequence,
    stamp: series.changedAt,
    start: first,
    end: plusMinutes(first, minutes),
    summary: series.subject,
    location: series.place,
    description: series.description,
    url: undefined,
    cancelled: false,
  };
  const changed = slots.flatMap((slot) => {
    const item = bySlot.get(slot);
    if (!item) return [];
    const event = eventOf(item, timeZone, origin);
    const asPlanned =
      event.start === slot &&
      event.end === plusMinutes(slot, minutes) &&
      event.summary === base.summary &&
      (event.location ?? '') === series.place &&
      (event.description ?? '') === series.description &&
      !event.cancelled;
    return asPlanned ? [] : [{ ...event, uid: base.uid, insteadOf: slot }];
  });
  const without = slots.filter((slot) => !bySlot.has(slot) && !taken.has(slot));
  const known = new Set(slots);
  return {
    events: [{ ...base, rule: series.rule, without }, ...changed],
    // One that was moved out of the rule has a slot that the rule does not know.
    strays: items.filter((item) => !known.has(String(item['recurrenceSlot']))),
    timeZone,
  };
}

export const plusMinutes = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();
