import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import { dateInZone, formatDateTime, parseDateTime } from '../locale/date-time.ts';
import { formatDay, isDay } from './date.ts';
import { accept, asOperand, refuse, type Parsed, type TextStyle, type ValueKind } from './kind.ts';

export interface DateTimeField extends FieldBase {
  kind: 'dateTime';
}

/** An instant: ISO 8601 in UTC with milliseconds. */
export const dateTime: ValueKind<DateTimeField, string> = {
  options: z.strictObject({}),
  parse,
  operators: ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'between'],
  parseOperand: (input) => asOperand(parse(input)),
  words: { relative: ['eq', 'ne', 'lt', 'lte', 'gt', 'gte'] },
  toText(value, _field, style) {
    const text = localText(value, style);
    // Milliseconds, and the second of two hours of the same name, need the exact form.
    return parseDateTime(text, style.dates, style.timeZone) === value ? text : value;
  },
  fromText(text, _field, style) {
    if (text.trim() === '') return accept(null);
    const instant = parseDateTime(text, style.dates, style.timeZone);
    return instant === undefined ? refuse('badDate') : accept(instant);
  },
  jsonSchema: () => ({ type: 'string', format: 'date-time' }),
};

const form =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-](\d{2}):(\d{2}))?$/;

function parse(input: unknown): Parsed<string | null> {
  if (typeof input !== 'string') return refuse('wrongType');
  if (input === '') return accept(null);
  const [, day, hour, minute, second = '0', zone, zoneHours = '0', zoneMinutes = '0'] =
    form.exec(input) ?? [];
  if (day === undefined || !isDay(day)) return refuse('badDate');
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return refuse('badDate');
  if (zone === undefined) return refuse('badTimeZone');
  if (Number(zoneHours) > 14 || Number(zoneMinutes) > 59) return refuse('badTimeZone');
  const value = new Date(input).toISOString();
  return isDay(value.slice(0, 10)) ? accept(value) : refuse('badDate');
}

function localText(value: string, { timeZone, dates }: TextStyle): string {
  const instant = new Date(value);
  const time = formatDateTime(instant, timeZone).slice(-5);
  const seconds = value.slice(17, 19);
  const day = formatDay(dateInZone(instant, timeZone), dates);
  return `${day} ${time}${seconds === '00' ? '' : `:${seconds}`}`;
}
