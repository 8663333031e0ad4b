import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import { accept, refuse, type Parsed, type ValueKind } from './kind.ts';
import { isLonger, parseWords } from './text.ts';

export interface AutoNumberField extends FieldBase {
  kind: 'autoNumber';
  /**
   * `KH-{000000}`, `HD-{yyyy}-{0000}`: one counter with as many zeros as it has digits at least. A year starts the
   * count anew each year, a month with a year each month.
   */
  pattern: string;
}

const longest = 60;
const placeholder = /\{(0{1,10}|yyyy|yy|mm)\}/g;

/** A number the program gives. Requests cannot change it; imports bring the codes a company already has. */
export const autoNumber: ValueKind<AutoNumberField, string> = {
  options: z.strictObject({
    pattern: z.string().min(3).max(40).refine(isPattern, {
      message: 'one counter such as {0000}, and {yyyy}, {yy} or {mm} with a year if wished',
    }),
  }),
  checkOptions: ({ pattern }) =>
    isPattern(pattern) ? [] : [{ code: 'badFormat', part: 'pattern' }],
  parse,
  numbered: true,
  operators: ['eq', 'ne', 'in', 'notIn', 'contains', 'startsWith'],
  parseOperand: parseWords,
  toText: (value) => value,
  fromText: parse,
  searchWords: (value) => [value],
  jsonSchema: () => ({ type: 'string', minLength: 1, maxLength: longest }),
};

function parse(input: unknown): Parsed<string | null> {
  const words = parseWords(input);
  if (!words.ok) return words;
  if (words.value === '') return accept(null);
  return isLonger(words.value, longest) ? refuse('tooLong', { max: longest }) : words;
}

function isPattern(pattern: string): boolean {
  const found = [...pattern.matchAll(placeholder)].map((match) => match[1] ?? '');
  const counters = found.filter((name) => name.startsWith('0')).length;
  const hasYear = found.includes('yyyy') || found.includes('yy');
  const rest = parseWords(pattern.replace(placeholder, ''));
  return (
    counters === 1 &&
    (hasYear || !found.includes('mm')) &&
    rest.ok &&
    !/[{}]/.test(rest.value) &&
    pattern === pattern.trim()
  );
}

/** The n-th number of its series. `date` is a day `YYYY-MM-DD` in the company's time zone. */
export const formatNumber = (pattern: string, n: number, date: string): string =>
  pattern.replace(placeholder, (_whole, name: string) => {
    if (name === 'yyyy') return date.slice(0, 4);
    if (name === 'yy') return date.slice(2, 4);
    if (name === 'mm') return date.slice(5, 7);
    return String(n).padStart(name.length, '0');
  });

/** Names the counter that `date` falls into: '' for one that never starts anew, `2026`, or `2026-11`. */
export function seriesKey(pattern: string, date: string): string {
  if (pattern.includes('{mm}')) return date.slice(0, 7);
  return /\{yy(?:yy)?\}/.test(pattern) ? date.slice(0, 4) : '';
}
