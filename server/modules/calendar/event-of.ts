import { plainText } from '#shared/fields/plain-text.ts';
import type { PresentedRecord } from '#engine/records/index.ts';
import type { IcsEvent } from './ics/index.ts';

export const uidOf = (id: string): string => `${id}@duyen`;

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
