import ICAL from 'ical.js';

/** What a REPLY of RFC 5546 says; nothing of it has been believed yet. */
export interface CalendarAnswer {
  uid: string;
  sequence: number;
  /** When it was given, by the clock of who gave it. */
  stamp: string;
  attendee: string;
  organiser: string;
  answer: 'accepted' | 'declined' | 'tentative';
}

const mostBytes = 256_000;
const answers: Readonly<Record<string, CalendarAnswer['answer']>> = {
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
  const [event, ...others] = calendar.getAllSubcomponents('vevent');
  if (!event || others.length > 0) return undefined;
  const [attendee, ...more] = event.getAllProperties('attendee');
  if (!attendee || more.length > 0) return undefined;
  const answer = answers[String(attendee.getParameter('partstat') ?? '').toUpperCase()];
  const stamp = Date.parse(String(event.getFirstPropertyValue('dtstamp') ?? ''));
  const uid = said(event, 'uid');
  const address = addressIn(String(attendee.getFirstValue() ?? ''));
  const organiser = addressIn(said(event, 'organizer'));
  if (!answer || uid === '' || !address || !organiser || Number.isNaN(stamp)) return undefined;
  return {
    uid,
    sequence: Number(said(event, 'sequence')) || 0,
    stamp: new Date(stamp).toISOString(),
    attendee: address,
    organiser,
    answer,
  };
}

const said = (component: ICAL.Component, name: string): string =>
  String(component.getFirstPropertyValue(name) ?? '').trim();

const addressIn = (value: string): string | undefined =>
  /^mailto:([^\s<>"',;@]+@[^\s<>"',;@]+)$/i.exec(value.trim())?.[1]?.toLowerCase();
