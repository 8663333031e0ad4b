import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import { calendarDate, parseDate, type DateOrder } from '../locale/date.ts';
import { accept, asOperand, refuse, type Parsed, type ValueKind } from './kind.ts';

export interface DateField extends FieldBase {
  kind: 'date';
}

/** A day of the calendar, `YYYY-MM-DD`, 1800 to 2200. */
export const date: ValueKind<DateField, string> = {
  options: z.strictObject({}),
  parse,
  operators: ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'between'],
  parseOperand: (input) => asOperand(parse(input)),
  words: { relative: ['eq', 'ne', 'lt', 'lte', 'gt', 'gte'] },
  toText: (value, _field, style) => formatDay(value, style.dates),
  fromText(text, _field, style) {
    if (text.trim() === '') return accept(null);
    const day = parseDate(text, style.dates);
    return day === undefined ? refuse('badDate') : accept(day);
  },
  jsonSchema: () => ({ type: 'string', format: 'date' }),
};

function parse(input: unknown): Parsed<string | null> {
  if (typeof input !== 'string') return refuse('wrongType');
  if (input === '') return accept(null);
  return isDay(input) ? accept(input) : refuse('badDate');
}

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isDay(text: string): boolean {
  const [, year, month, day] = form.exec(text) ?? [];
  return calendarDate(Number(year), Number(month), Number(day)) === text;
}

export function formatDay(day: string, order: DateOrder): string {
  const [year, month, date] = day.split('-');
  if (order === 'ymd') return day;
  return order === 'dmy' ? `${date}/${month}/${year}` : `${month}/${date}/${year}`;
}
