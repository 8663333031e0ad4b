import { describeZone } from './describe-zone.ts';
import { at, day, utc } from './times.ts';
import { text, writeLines, type Line } from './write-lines.ts';

export interface Attendee {
  email: string;
  name: string;
  answer?: 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE';
}

export interface IcsEvent {
  uid: string;
  sequence: number;
  /** Instants. */
  stamp: string;
  start: string;
  end: string;
  /** Of the clock it goes by. */
  timeZone: string;
  allDay: boolean;
  summary: string;
  cancelled: boolean;
  description?: string | undefined;
  location?: string | undefined;
  url?: string | undefined;
  rule?: string | undefined;
  /** Times of the rule at which it does not take place. */
  without?: readonly string[];
  /** Time of the rule that this one takes the place of. */
  insteadOf?: string | undefined;
  organiser?: { email: string; name: string };
  attendees?: readonly Attendee[];
}

export interface IcsCalendar {
  /** Of a message; a feed has none. */
  method?: 'REQUEST' | 'CANCEL';
  name?: string;
  events: readonly IcsEvent[];
}

const yearsAhead = 5;

/** A file of RFC 5545 that any calendar reads. */
export function writeCalendar({ method, name, events }: IcsCalendar): string {
  const zones = new Set(events.filter(({ allDay }) => !allDay).map(({ timeZone }) => timeZone));
  const years = events.map(({ start }) => Number(start.slice(0, 4)));
  const first = Math.min(...years) - 1;
  const last = Math.max(...years) + yearsAhead;
  return writeLines([
    { name: 'BEGIN', value: 'VCALENDAR' },
    { name: 'VERSION', value: '2.0' },
    { name: 'PRODID', value: '-//Duyen//Calendar//VI' },
    { name: 'CALSCALE', value: 'GREGORIAN' },
    ...(method ? [{ name: 'METHOD', value: method }] : []),
    ...(name === undefined
      ? []
      : [
          { name: 'X-WR-CALNAME', value: text(name) },
          { name: 'REFRESH-INTERVAL', value: 'PT15M', parameters: { VALUE: 'DURATION' } },
        ]),
    ...[...zones].flatMap((zone) => describeZone(zone, first, last)),
    ...events.flatMap(eventLines),
    { name: 'END', value: 'VCALENDAR' },
  ]);
}

function eventLines(event: IcsEvent): Line[] {
  const { timeZone, allDay, organiser, attendees = [] } = event;
  const moment = (name: string, instant: string) =>
    allDay ? day(name, dateIn(instant, timeZone)) : at(name, instant, timeZone);
  const optional = (name: string, value: string | undefined): Line[] =>
    value === undefined || value === '' ? [] : [{ name, value: text(value) }];
  return [
    { name: 'BEGIN', value: 'VEVENT' },
    { name: 'UID', value: text(event.uid) },
    { name: 'SEQUENCE', value: String(event.sequence) },
    { name: 'DTSTAMP', value: utc(event.stamp) },
    { name: 'LAST-MODIFIED', value: utc(event.stamp) },
    ...(event.insteadOf === undefined ? [] : [moment('RECURRENCE-ID', event.insteadOf)]),
    moment('DTSTART', event.start),
    // The day on which it is over: whole days end with the next one.
    allDay ? day('DTEND', nextDate(event.end, timeZone)) : moment('DTEND', event.end),
    ...(event.rule === undefined ? [] : [{ name: 'RRULE', value: event.rule }]),
    ...(event.without ?? []).map((slot) => moment('EXDATE', slot)),
    ...optional('SUMMARY', event.summary),
    { name: 'STATUS', value: event.cancelled ? 'CANCELLED' : 'CONFIRMED' },
    ...optional('DESCRIPTION', event.description),
    ...optional('LOCATION', event.location),
    ...(event.url === undefined ? [] : [{ name: 'URL', value: event.url }]),
    ...(organiser
      ? [
          {
            name: 'ORGANIZER',
            value: `mailto:${organiser.email}`,
            parameters: { CN: organiser.name },
          },
        ]
      : []),
    ...attendees.map(({ email, name, answer = 'NEEDS-ACTION' }) => ({
      name: 'ATTENDEE',
      value: `mailto:${email}`,
      parameters: { CN: name, ROLE: 'REQ-PARTICIPANT', PARTSTAT: answer, RSVP: 'TRUE' },
    })),
    { name: 'END', value: 'VEVENT' },
  ];
}

const dateIn = (instant: string, timeZone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** A last day that ends at its own midnight is the day before. */
function nextDate(instant: string, timeZone: string): string {
  const end = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  const isMidnight = end.equals(end.startOfDay());
  return end
    .toPlainDate()
    .add({ days: isMidnight ? 0 : 1 })
    .toString();
}
