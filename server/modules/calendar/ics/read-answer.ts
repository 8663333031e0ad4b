import ICAL from 'ical.js';

/** What a REPLY of RFC 5546 says; nothing of it has been believed yet. */
export interface CalendarAnswer {
  uid: string;
  attendee: string;
  organiser: string;
  /** To all of it, and to single ones of a series. */
  given: GivenAnswer[];
}

export interface GivenAnswer {
  /**
   * The time by which the series has the one that is meant: `20310310T020000Z`, `20310310T090000` on the clock of the
   * series, or `20310310`; absent: all of it.
   */
  slot?: string;
  sequence: number;
  /** When it was given, by the clock of who gave it. */
  stamp: string;
  answer: 'accepted' | 'declined' | 'tentative';
}

const mostBytes = 256_000;
const mostEvents = 500;
const answers: Readonly<Record<string, GivenAnswer['answer']>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
};

/**
 * Reads an answer to an invitation as real programs send it: lines folded with blanks or tabs, within a letter of
 * several bytes, ended by LF alone, with a mark before or empty lines between. Undefined for whatever is no answer.
 */
export function readCalendarAnswer(file: Uint8Array): CalendarAnswer | undefined {
  if (file.byteLength > mostBytes) return undefined;
  try {
    return read(unfolded(file));
  } catch {
    // ical.js throws on what is no calendar.
    return undefined;
  }
}

/** Put together again byte by byte, before bytes become letters. */
function unfolded(file: Uint8Array): string {
  const bytes = Buffer.from(file).toString('latin1');
  const whole = bytes.replaceAll(/(?:\r\n|\n|\r)[ \t]/g, '');
  return Buffer.from(whole, 'latin1')
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .join('\r\n');
}

function read(text: string): CalendarAnswer | undefined {
  const parsed: unknown = ICAL.parse(text);
  // A file may hold several calendars; an answer is one.
  if (!Array.isArray(parsed) || typeof parsed[0] !== 'string') return undefined;
  const calendar = new ICAL.Component(parsed);
  if (said(calendar, 'method').toUpperCase() !== 'REPLY') return undefined;
  const events = calendar.getAllSubcomponents('vevent');
  if (events.length > mostEvents) return undefined;
  const all = events.map(readEvent);
  const [first] = all;
  if (!first) return undefined;
  const { uid, attendee, organiser } = first;
  // Somebody answers for themselves, about one thing.
  const given = all.flatMap((each) =>
    each?.uid === uid && each.attendee === attendee && each.organiser === organiser
      ? [each.given]
      : [],
  );
  return given.length === all.length ? { uid, attendee, organiser, given } : undefined;
}

function readEvent(event: ICAL.Component) {
  const [attendee, ...more] = event.getAllProperties('attendee');
  if (!attendee || more.length > 0) return undefined;
  const answer = answers[String(attendee.getParameter('partstat') ?? '').toUpperCase()];
  const stamp = Date.parse(String(event.getFirstPropertyValue('dtstamp') ?? ''));
  const uid = said(event, 'uid');
  const address = addressIn(String(attendee.getFirstValue() ?? ''));
  const organiser = addressIn(said(event, 'organizer'));
  const slot = said(event, 'recurrence-id').replaceAll(/[-:]/g, '');
  if (!answer || uid === '' || !address || !organiser || Number.isNaN(stamp)) return undefined;
  if (slot !== '' && !/^\d{8}(T\d{6}Z?)?$/.test(slot)) return undefined;
  return {
    uid,
    attendee: address,
    organiser,
    given: {
      ...(slot !== '' && { slot }),
      sequence: Number(said(event, 'sequence')) || 0,
      stamp: new Date(stamp).toISOString(),
      answer,
    },
  };
}

const said = (component: ICAL.Component, name: string): string =>
  String(component.getFirstPropertyValue(name) ?? '').trim();

const addressIn = (value: string): string | undefined =>
  /^mailto:([^\s<>"',;@]+@[^\s<>"',;@]+)$/i.exec(value.trim())?.[1]?.toLowerCase();
