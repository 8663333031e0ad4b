import type { Line } from './write-lines.ts';

const compact = (iso: string): string => iso.replaceAll(/[-:]|\.\d+/g, '');

/** `20261119T073000Z`. */
export const utc = (instant: string): string => compact(new Date(instant).toISOString());

/** A moment on the clock of a zone, which the file has to describe. */
export const at = (name: string, instant: string, timeZone: string): Line => {
  const local = Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' });
  return { name, value: compact(local), parameters: { TZID: timeZone } };
};

/** A day of the calendar. */
export const day = (name: string, date: string): Line => ({
  name,
  value: date.replaceAll('-', ''),
  parameters: { VALUE: 'DATE' },
});
