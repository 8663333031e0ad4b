import { RRuleTemporal } from 'rrule-temporal';
import { isTimeZone } from '#shared/locale/time-zone.ts';

/** A plan that comes again: its first time and its rule, in the zone whose clock it goes by. */
export interface Series {
  /** An RRULE of RFC 5545, without its name: `FREQ=WEEKLY;BYDAY=MO`. */
  rule: string;
  firstAt: string;
  timeZone: string;
}

const longest = 500;
/** Days is the finest that people plan by; anything below would make thousands of records. */
const frequency = /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)$/;
const part =
  /^(INTERVAL=[1-9]\d{0,2}|COUNT=[1-9]\d{0,2}|UNTIL=\d{8}(T\d{6}Z)?|BYDAY=[-+\d,A-Z]{2,80}|BYMONTHDAY=[-\d,]{1,100}|BYMONTH=[\d,]{1,40}|BYSETPOS=[-\d,]{1,40}|WKST=(MO|TU|WE|TH|FR|SA|SU))$/;
/** At least so many days lie between the beginnings of two periods. */
const periodDays: Readonly<Record<string, number>> = {
  DAILY: 1,
  WEEKLY: 7,
  MONTHLY: 28,
  YEARLY: 365,
};

/** Whether a rule can be kept: one that plans by days or longer, each part once, and that comes at all. */
export function isRule({ rule, firstAt, timeZone }: Series): boolean {
  if (rule.length > longest || !isTimeZone(timeZone) || Number.isNaN(Date.parse(firstAt)))
    return false;
  const [first = '', ...parts] = rule.split(';');
  if (!frequency.test(first) || !parts.every((each) => part.test(each))) return false;
  const names = parts.map((each) => each.slice(0, each.indexOf('=')));
  if (new Set(names).size !== names.length) return false;
  if (names.includes('COUNT') && names.includes('UNTIL')) return false;
  try {
    const begins = Date.parse(firstAt);
    return slotsOf({ rule, firstAt, timeZone }, begins, begins + fiveYears, 1).length > 0;
  } catch {
    return false;
  }
}

const dayMs = 86_400_000;
const fiveYears = 5 * 366 * dayMs;

/**
 * The times of a series as instants, from one moment to another (both included, milliseconds), at most so many. 09:00
 * stays 09:00 when the zone's clock changes.
 */
export function slotsOf(
  { rule, firstAt, timeZone }: Series,
  fromMs: number,
  toMs: number,
  most: number,
): string[] {
  const dtstart = Temporal.Instant.from(firstAt).toZonedDateTimeISO(timeZone);
  const times = new RRuleTemporal({
    rruleString: `RRULE:${rule}`,
    dtstart,
    tzid: timeZone,
    maxIterations: periodsUntil(rule, Date.parse(firstAt), toMs),
    cache: false,
  });
  const slots: string[] = [];
  times.all((time) => {
    const at = Temporal.ZonedDateTime.from(time.toString()).epochMilliseconds;
    if (at > toMs || slots.length >= most) return false;
    if (at >= fromMs) slots.push(new Date(at).toISOString());
    return slots.length < most;
  });
  return slots;
}

/** Periods that begin up to a moment: a rule that never matches, such as the 31st of February, is looked for no longer. */
function periodsUntil(rule: string, firstMs: number, toMs: number): number {
  const days = periodDays[/FREQ=(\w+)/.exec(rule)?.[1] ?? ''] ?? 1;
  const interval = Number(/INTERVAL=(\d+)/.exec(rule)?.[1] ?? 1);
  return Math.max(0, Math.ceil((toMs - firstMs) / (days * interval * dayMs))) + 2;
}

/** The rule as it ends before a moment; what it said of its end is replaced. */
export function endingBefore(rule: string, at: string): string {
  const kept = rule.split(';').filter((each) => !/^(COUNT|UNTIL)=/.test(each));
  const until = new Date(Date.parse(at) - 1000).toISOString().replace(/[-:]|\.\d+/g, '');
  return [...kept, `UNTIL=${until}`].join(';');
}

/** The same rule for a stretch that begins later: of a number of times, those that are left. */
export const goingOn = (rule: string, passed: number): string =>
  rule.replace(/COUNT=(\d+)/, (_, count: string) => `COUNT=${Math.max(1, Number(count) - passed)}`);

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The rule as it comes so many days later; undefined where days of months are named, which cannot be moved along. */
export function movedByDays(rule: string, days: number): string | undefined {
  if (days === 0) return rule;
  if (/BYMONTHDAY|BYSETPOS|BYDAY=[^;]*\d/.test(rule)) return undefined;
  return rule.replace(/BYDAY=([A-Z,]+)/, (_, named: string) => {
    const moved = named
      .split(',')
      .map((day) => weekdays[(weekdays.indexOf(day) + (days % 7) + 7) % 7]);
    return `BYDAY=${moved.join(',')}`;
  });
}
