import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import { parsePersonalId } from '../locale/tax-code.ts';
import { nfc } from '../locale/text.ts';
import { accept, refuse, type Parsed, type ValueKind } from './kind.ts';

export interface TextField extends FieldBase {
  kind: 'text';
  /** Longest text in characters; 255 when not said. */
  max?: number;
  /** Regular expression the whole text must match; declared in code only, never by a request. */
  pattern?: RegExp;
  /** What its values are, when their form tells: an import finds a column without a heading by them. */
  form?: 'taxCode';
}

/** Longer texts do not fit into a btree entry (2,704 bytes) when every letter takes four. */
const longestIndexed = 600;

/** One line of text: NFC, spaces collapsed, no control characters. */
export const text: ValueKind<TextField, string> = {
  options: z.strictObject({ max: z.int().min(1).max(2000).optional() }),
  checkOptions: ({ index, unique, max = 255 }) =>
    (index || unique) && max > longestIndexed
      ? [{ code: 'tooLarge', part: 'max', params: { max: longestIndexed } }]
      : [],
  parse,
  operators: [
    'eq',
    'ne',
    'in',
    'notIn',
    'contains',
    'startsWith',
    'lt',
    'lte',
    'gt',
    'gte',
    'between',
  ],
  parseOperand: parseWords,
  toText: (value) => value,
  fromText: parse,
  // The tax code of a person is their personal id since July 2025 (Circular 86/2024/TT-BTC): not for a search box.
  searchWords: (value, { form }) => (form === 'taxCode' && parsePersonalId(value) ? [] : [value]),
  jsonSchema: ({ max = 255 }) => ({ type: 'string', minLength: 1, maxLength: max }),
};

function parse(input: unknown, { max = 255, pattern }: TextField): Parsed<string | null> {
  const words = parseWords(input);
  if (!words.ok) return words;
  const { value } = words;
  if (value === '') return accept(null);
  if (isLonger(value, max)) return refuse('tooLong', { max });
  if (pattern && value.search(pattern) === -1) return refuse('badFormat');
  return accept(value);
}

/** Any one-line text, as operands and parts of composed values are. */
export function parseWords(input: unknown): Parsed<string> {
  if (typeof input !== 'string') return refuse('wrongType');
  return hasForbiddenCharacter(input) ? refuse('badCharacter') : accept(nfc(input));
}

/** NUL and lone surrogates, which PostgreSQL cannot keep, and other controls except tab and line ends. */
export const hasForbiddenCharacter = (input: string): boolean =>
  !input.isWellFormed() || controls.test(input);

// oxlint-disable-next-line no-control-regex -- these are the characters to refuse
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Whether a text has more than `max` characters, counted only when code units leave a doubt. */
export const isLonger = (value: string, max: number): boolean =>
  value.length > max && (value.length > 2 * max || [...value].length > max);
