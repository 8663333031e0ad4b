import { plusDays } from '#shared/locale/date.ts';
import type { Ctx } from '#engine/context.ts';
import { idsOf, type PresentedRecord } from '#engine/records/index.ts';
import { dayOf, instantOf } from './days-between.ts';
import { eventOf } from './event-of.ts';
import { findEvents, shownFields } from './find-events.ts';
import type { IcsEvent } from './ics/index.ts';
import { findSeries, occurrenceFields, seriesEvents, slotsWithin } from './series-events.ts';

export interface Feed {
  members: readonly string[];
  /** Address of the program; what is in the feed leads back to it. */
  origin: string;
}

export interface FeedEvent extends IcsEvent {
  /** When it is over; of a series, the last that is known of. */
  over: string;
}

const daysBack = 90;
const daysAhead = 400;
const mostEvents = 6000;
const fields = [...new Set([...shownFields, ...occurrenceFields])];

/**
 * The calendar of these people with what the actor may read: single events, and series with what differs. What is over
 * before `from` is in it no more.
 */
export async function feedEvents(
  ctx: Ctx,
  { members, origin }: Feed,
): Promise<{ events: FeedEvent[]; from: string; truncated: boolean }> {
  const zone = ctx.actor.timeZone;
  const today = dayOf(ctx.now.toISOString(), zone);
  const from = instantOf(plusDays(today, -daysBack), '00:00', zone);
  const to = instantOf(plusDays(today, daysAhead), '00:00', zone);
  const stretch = { members, from, to, most: mostEvents };
  const { items, truncated } = await findEvents(ctx, stretch, fields);
  const ofSeries = Map.groupBy(items, ({ recurrence }) => idsOf(recurrence)[0] ?? '');
  const series = await findSeries(
    ctx,
    [...ofSeries.keys()].filter((id) => id !== ''),
  );
  const events: FeedEvent[] = [];
  for (const [id, found] of ofSeries) {
    const one = series.get(id);
    const slots = one ? slotsWithin(one, { from, to }) : [];
    // One of which only a few are theirs is said one by one.
    const isTheirs = slots.length > 0 && slots.length <= found.length * 2;
    const whole = isTheirs && one ? seriesEvents(one, found, { slots, origin }) : undefined;
    if (!whole) events.push(...found.map((item) => single(item, zone, origin)));
    else {
      const over = found.map(overAt).reduce((a, b) => (a > b ? a : b));
      events.push(
        ...whole.events.map((event) => ({ ...event, over })),
        ...whole.strays.map((item) => single(item, whole.timeZone, origin)),
      );
    }
  }
  return { events, from, truncated };
}

const single = (item: PresentedRecord, timeZone: string, origin: string): FeedEvent => ({
  ...eventOf(item, timeZone, origin),
  over: overAt(item),
});

const overAt = ({ startsAt, endsAt }: PresentedRecord): string => String(endsAt ?? startsAt);
