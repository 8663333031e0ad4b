import { notFound } from '#shared/errors.ts';
import type { PresentedRecord } from '#engine/records/index.ts';
import { eventOf, uidOf } from '../event-of.ts';
import type { IcsEvent } from '../ics/index.ts';
import { seriesEvents, slotsWithin, type Series } from '../series-events.ts';
import type { Occurrences } from './occurrences-of.ts';

interface Share {
  /** Takes part in the series, but for the occurrences that say otherwise. */
  inSeries: boolean;
  takesPart: (item: PresentedRecord) => boolean;
}

export interface SeriesRequest {
  event: IcsEvent;
  /** The occurrence it is of; absent: all of the series. */
  item?: PresentedRecord;
}

export const isToCome = ({ startsAt }: PresentedRecord, now: Date): boolean =>
  Date.parse(String(startsAt)) > now.getTime();

/** What one person is told of a series: all of it without what they are not in, or the single ones to come they are in. */
export function seriesRequests(
  series: Series,
  { seen, taken }: Occurrences,
  { from, origin, now }: { from: string; origin: string; now: Date },
): (share: Share) => SeriesRequest[] {
  const slots = slotsWithin(series, { from, to: series.madeUntil });
  const said = seriesEvents(series, seen, { slots, taken, origin });
  const [whole, ...changed] = said?.events ?? [];
  if (!whole) throw notFound();
  const bySlot = new Map(seen.map((item) => [String(item['recurrenceSlot']), item]));
  return ({ inSeries, takesPart }) => {
    const own = changed.flatMap((event): SeriesRequest[] => {
      const item = bySlot.get(event.insteadOf ?? '');
      return item && takesPart(item) ? [{ event, item }] : [];
    });
    const known = new Set(own.map(({ item }) => item));
    if (inSeries) {
      const others = slots.filter((slot) => {
        const item = bySlot.get(slot);
        return item && !takesPart(item);
      });
      const without = [...(whole.without ?? []), ...others].toSorted();
      return [{ event: { ...whole, without } }, ...own];
    }
    const asPlanned = seen
      .filter((item) => takesPart(item) && !known.has(item))
      .map((item) => ({
        event: {
          ...eventOf(item, series.timeZone, origin),
          uid: uidOf(series.id),
          insteadOf: String(item['recurrenceSlot']),
        },
        item,
      }));
    return [...own, ...asPlanned].filter(({ item }) => item && isToCome(item, now));
  };
}
