import { type DateOrder, parseDate } from './date.ts';
import { fold } from './text.ts';

const LONGEST = 80;
const ISO = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/i;
const TIME =
  '(\\d{1,2})(?::| ?h ?| ?gio ?)(\\d{2})?(?: ?phut)?(?::(\\d{2})(?:[.,]\\d{1,9})?)? ?(am|pm|sa|ch)?';
const AFTER = new RegExp(`^(.*?)(?:t|,? )(?:luc )?${TIME}$`);
const BEFORE = new RegExp(`^(?:luc )?${TIME},? (.*)$`);

/**
 * The instant (ISO 8601, UTC) of a date with a time as people write it, read on the clock of
 * `timeZone`. `14:30 03/02/2026`, `3/2/2026 2:30 CH`, `14h30 ngày 03/02/2026`; a date alone is its
 * midnight. A text with its own offset keeps it.
 */
export function parseDateTime(
  text: string,
  order: DateOrder,
  timeZone: string,
): string | undefined {
  if (text.length > LONGEST) return undefined;
  const trimmed = text.trim();
  if (ISO.test(trimmed)) return parseWithOffset(trimmed);
  const folded = fold(text);
  const dateAlone = parseDate(folded, order);
  if (dateAlone !== undefined) return instantAt(dateAlone, 0, timeZone);
  const after = AFTER.exec(folded);
  const before = after === null ? BEFORE.exec(folded) : null;
  const [date, hour, minute, second, half] =
    after === null
      ? [before?.[5], before?.[1], before?.[2], before?.[3], before?.[4]]
      : [after[1], after[2], after[3], after[4], after[5]];
  const seconds = secondsOfDay(hour, minute, second, half);
  const day = parseDate((date ?? '').replace(/^ngay (?=\d+[/.-])/, ''), order);
  return day === undefined || seconds === undefined ? undefined : instantAt(day, seconds, timeZone);
}

/** The calendar day of an instant in a time zone: what "today" means there. */
export function dateInZone(instant: Date, timeZone: string): string {
  return wallClock(instant.getTime(), timeZone).slice(0, 10);
}

/** `03/02/2026 14:30` on the clock of the time zone. */
export function formatDateTime(instant: Date, timeZone: string): string {
  const wall = wallClock(instant.getTime(), timeZone);
  return `${wall.slice(8, 10)}/${wall.slice(5, 7)}/${wall.slice(0, 4)} ${wall.slice(11, 16)}`;
}

/** `14:30` on the clock of the time zone. */
export const formatTime = (instant: Date, timeZone: string): string =>
  wallClock(instant.getTime(), timeZone).slice(11, 16);

/** A zone this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    clockOf(name);
    return true;
  } catch {
    return false;
  }
}

function parseWithOffset(text: string): string | undefined {
  const day = parseDate(text.slice(0, 10), 'ymd');
  const time = new Date(text.replace(' ', 'T')).getTime();
  return day === undefined || Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function secondsOfDay(
  hour: string | undefined,
  minute = '0',
  second = '0',
  half?: string,
): number | undefined {
  if (hour === undefined) return undefined;
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (half === 'pm' || half === 'ch' ? 12 : 0);
  }
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return hours * 3600 + Number(minute) * 60 + Number(second);
}

const DAY_MS = 86_400_000;

/** Of an hour that comes twice, the first; an hour that is skipped moves on by the gap. */
function instantAt(date: string, seconds: number, timeZone: string): string {
  const wall = Date.parse(`${date}T00:00:00Z`) + seconds * 1000;
  const early = wall - offsetAt(wall - DAY_MS, timeZone);
  const late = wall - offsetAt(wall + DAY_MS, timeZone);
  const showsWall = (time: number) => time + offsetAt(time, timeZone) === wall;
  return new Date(!showsWall(early) && showsWall(late) ? late : early).toISOString();
}

function offsetAt(time: number, timeZone: string): number {
  return Date.parse(`${wallClock(time, timeZone)}Z`) - Math.floor(time / 1000) * 1000;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  clocks.set(timeZone, clock);
  return clock;
}

function wallClock(time: number, timeZone: string): string {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const part of clockOf(timeZone).formatToParts(time)) parts[part.type] = part.value;
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}`;
}
