import type { RecordData } from '#web/api/records.ts';
import { referencesOf, textOf } from '../read-record.ts';

export const isDirect = (channel: RecordData): boolean => channel['audience'] === 'direct';

/** The other one of two. */
export const otherOf = (channel: RecordData, me: string) =>
  referencesOf(channel['people']).find(({ id }) => id !== me);

/** Of two people, each sees the name of the other. */
export const channelName = (channel: RecordData, me: string): string =>
  (isDirect(channel) ? otherOf(channel, me)?.title : null) ?? textOf(channel['name']);
