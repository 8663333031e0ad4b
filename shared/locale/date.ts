import { fold } from './text.ts';

/** Order of day, month and year in the numeric dates of a file. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

const LONGEST = 60;
const FIRST_YEAR = 1800;
const LAST_YEAR = 2200;
const NUMERIC = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})$/;
const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const WEEKDAY =
  /^(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?),? /;

/** Certain only when some value can be read in one order and no value contradicts it. */
export function guessDateOrder(samples: readonly string[]): DateOrder | 'uncertain' {
  const seen = { dmy: 0, mdy: 0, ymd: 0, open: 0, said: 0 };
  for (const sample of samples) {
    const found = NUMERIC.exec(datePart(tidy(sample)));
    if (found === null) {
      if (parseDate(sample, 'dmy') !== undefined) seen.said++;
      continue;
    }
    const [first, second] = [Number(found[1]), Number(found[3])];
    if ((found[1] ?? '').length === 4) seen.ymd++;
    else if (first > 12 && second <= 12) seen.dmy++;
    else if (second > 12 && first <= 12) seen.mdy++;
    else seen.open++;
  }
  if (seen.dmy > 0 && seen.mdy > 0) return 'uncertain';
  if (seen.dmy > 0) return 'dmy';
  if (seen.mdy > 0) return 'mdy';
  if (seen.open > 0) return 'uncertain';
  if (seen.ymd > 0) return 'ymd';
  return seen.said > 0 ? 'dmy' : 'uncertain';
}

/**
 * A real calendar date between 1800 and 2200, as YYYY-MM-DD. Year-first and written-out dates say
 * their order themselves. Two-digit years follow Excel: 00 to 29 are 20xx, the rest 19xx. A time
 * of midnight, which spreadsheets add, is ignored.
 */
export function parseDate(text: string, order: DateOrder): string | undefined {
  if (text.length > LONGEST) return undefined;
  const date = tidy(text).replace(/(?:t| )0{1,2}:00(?::00(?:\.0+)?)?(?: ?am)?z?$/, '');
  return parseNumeric(date, order) ?? parseWritten(date);
}

/** Serial number of a spreadsheet day. Day 60 of the 1900 system, 29 February 1900, never was. */
export function dateFromSerial(
  serial: number,
  options: { base1904?: boolean } = {},
): string | undefined {
  return dateTimeFromSerial(Math.floor(serial), options)?.slice(0, 10);
}

/** The same with the time of day, as local YYYY-MM-DDTHH:mm:ss. */
export function dateTimeFromSerial(
  serial: number,
  options: { base1904?: boolean } = {},
): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial > 120_000) return undefined;
  const day = Math.floor(serial);
  if (options.base1904 !== true && (day === 0 || day === 60)) return undefined;
  const start =
    options.base1904 === true ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const seconds = Math.round(serial * 86_400);
  const iso = new Date(start + seconds * 1000).toISOString().slice(0, 19);
  return Number(iso.slice(0, 4)) > LAST_YEAR ? undefined : iso;
}

/** `2026-02-03` as 03/02/2026. Anything else comes back unchanged. */
export function formatDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  return year === undefined ? iso : `${day}/${month}/${year}`;
}

/** The form of contracts: ngày 03 tháng 02 năm 2026, 3 February 2026. */
export function formatLongDate(iso: string, language: 'vi' | 'en'): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  if (year === undefined) return iso;
  if (language === 'vi') return `ngày ${day} tháng ${month} năm ${year}`;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${iso}T00:00:00Z`),
  );
}

/** The day so many days after another one, before it where they are less than none; as `YYYY-MM-DD`. */
export const plusDays = (iso: string, days: number): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** YYYY-MM-DD when the parts name a day of the calendar. */
export function calendarDate(year: number, month: number, day: number): string | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

function tidy(text: string): string {
  return fold(text)
    .replace(WEEKDAY, '')
    .replace(/ ?([/.-]) ?/g, '$1');
}

function datePart(text: string): string {
  return text.replace(/(?:t| )\d{1,2}[:h].*$/, '');
}

function parseNumeric(text: string, order: DateOrder): string | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact !== null) {
    if (order !== 'ymd') return undefined;
    return calendarDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  }
  const [, a, , b, c] = NUMERIC.exec(text) ?? [];
  if (a === undefined || b === undefined || c === undefined) return undefined;
  if (a.length === 4)
    return c.length > 2 ? undefined : calendarDate(Number(a), Number(b), Number(c));
  if (a.length > 2) return undefined;
  if (order === 'ymd') {
    return c.length > 2 || a.length !== 2
      ? undefined
      : calendarDate(fullYear(a), Number(b), Number(c));
  }
  if (c.length !== 2 && c.length !== 4) return undefined;
  const [day, month] = order === 'dmy' ? [a, b] : [b, a];
  return calendarDate(fullYear(c), Number(month), Number(day));
}

function parseWritten(text: string): string | undefined {
  const vi = /^(?:ngay )?(\d{1,2}) (?:thang|thg) (\d{1,2}),?(?: nam)? (\d{4})$/.exec(text);
  if (vi !== null) return calendarDate(Number(vi[3]), Number(vi[2]), Number(vi[1]));
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4}|\d{2})$/.exec(text);
  const monthFirst = /^([a-z]{3,9})\.? ?(\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text);
  const day = dayFirst?.[1] ?? monthFirst?.[2];
  const month = monthNumber(dayFirst?.[2] ?? monthFirst?.[1] ?? '');
  const year = dayFirst?.[3] ?? monthFirst?.[3];
  if (day === undefined || year === undefined || month === 0) return undefined;
  return calendarDate(fullYear(year), month, Number(day));
}

/** 1 to 12 for a whole English name, its first three letters or `sept`; 0 for any other word. */
function monthNumber(word: string): number {
  const short = word === 'sept' ? 'sep' : word;
  return MONTHS.findIndex((name) => name === short || name.slice(0, 3) === short) + 1;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year + (year < 30 ? 2000 : 1900);
}
