import type { GivenEvent } from '#engine/schema/system-tables.ts';
import type { FeedEvent } from './feed-events.ts';
import type { IcsEvent } from './ics/index.ts';

type Given = Readonly<Record<string, GivenEvent>>;

/** Calendars that ask once a week have heard of it by then. */
const toldMs = 30 * 86_400_000;

/**
 * What a feed says beside what is in it now: an event that it gave before and that its maker may not read any more, or
 * that is gone, is said to be cancelled for a while, and nothing else of it. One that comes back has a higher number than
 * it was cancelled with. `next` is what is to be known the next time.
 */
export function withGone(
  events: readonly FeedEvent[],
  given: Given,
  { now, from, timeZone }: { now: Date; from: string; timeZone: string },
): { events: IcsEvent[]; next: Given; changed: boolean } {
  const next: Record<string, GivenEvent> = {};
  const shown = events.map((event): IcsEvent => {
    const before = given[event.uid];
    // Of a series, the first is the series itself.
    const known = next[event.uid];
    const lift = known ? (known.lift ?? 0) : liftOf(event.sequence, before);
    const sequence = event.sequence + lift;
    if (!known) {
      const { start, end, allDay, over } = event;
      next[event.uid] = { sequence, start, end, allDay, over, ...(lift > 0 && { lift }) };
    }
    return { ...event, sequence };
  });
  const gone = Object.entries(given).flatMap(([uid, before]): IcsEvent[] => {
    if (next[uid]) return [];
    const goneAt = before.goneAt ?? now.toISOString();
    const isPast = before.goneAt === undefined && before.over <= from;
    if (isPast || now.getTime() - Date.parse(goneAt) > toldMs) return [];
    const sequence = before.goneAt === undefined ? before.sequence + 1 : before.sequence;
    next[uid] = { ...before, sequence, goneAt };
    const { start, end, allDay } = before;
    const stamp = goneAt;
    return [{ uid, sequence, stamp, start, end, timeZone, allDay, summary: '', cancelled: true }];
  });
  return { events: [...shown, ...gone], next, changed: !isSame(given, next) };
}

/** By how much a number is above that of the record, so that it never falls. */
function liftOf(sequence: number, before: GivenEvent | undefined): number {
  if (!before) return 0;
  const least = before.goneAt === undefined ? before.sequence : before.sequence + 1;
  return Math.max(before.lift ?? 0, least - sequence, 0);
}

/** The database keeps no order of keys. */
const isSame = (a: Given, b: Given): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([uid, one]) => {
    const other = b[uid];
    return (
      other !== undefined &&
      (['sequence', 'start', 'end', 'allDay', 'over', 'lift', 'goneAt'] as const).every(
        (key) => one[key] === other[key],
      )
    );
  });
