import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { parseNumber, type NumberStyle } from '../locale/number.ts';
import { accept, refuse, type Parsed, type Refusal, type TextStyle } from './kind.ts';

/** What bounds an exact decimal; `min` and `max` are decimal texts. */
export interface Bounds {
  /** Most decimals. */
  scale: number;
  /** Most digits before the point; 18 when not said. */
  digits?: number;
  min?: string | undefined;
  max?: string | undefined;
}

const decimalText = /^-?\d{1,40}(?:\.\d{1,20})?$/;

/** A decimal text as the database keeps it: a minus, digits, a point. JSON numbers are floats and refused. */
export const decimalSchema = z.string().regex(/^-?\d{1,18}(?:\.\d{1,6})?$/);

/** Decimal text to its one canonical form: no zeros that say nothing, no minus zero. */
export function parseExact(input: unknown, bounds: Bounds): Parsed<string | null> {
  if (typeof input !== 'string') return refuse('wrongType');
  if (input === '') return accept(null);
  if (!decimalText.test(input)) return refuse('badFormat');
  const { scale, digits = 18, min, max } = bounds;
  const [whole = '', decimals = ''] = input.replace('-', '').split('.');
  const before = whole.replace(/^0+(?=\d)/, '');
  const after = decimals.replace(/0+$/, '');
  if (before.length > digits) return refuse('tooLarge', { max: '9'.repeat(digits) });
  if (after.length > scale) return refuse('tooManyDecimals', { max: scale });
  const size = after === '' ? before : `${before}.${after}`;
  const value = input.startsWith('-') && size !== '0' ? `-${size}` : size;
  if (min !== undefined && new Decimal(value).lt(min)) return refuse('tooSmall', { min });
  if (max !== undefined && new Decimal(value).gt(max)) return refuse('tooLarge', { max });
  return accept(value);
}

/** `1234,5` in a Vietnamese file, `1234.5` in an English one: no groups, so that programs read it too. */
export const formatPlain = (decimal: string, style: NumberStyle): string =>
  style === 'vi' ? decimal.replace('.', ',') : decimal;

/** One cell as decimal text. */
export function readExact(text: string, style: TextStyle): Parsed<string | null> {
  if (text.trim() === '') return accept(null);
  const decimal = parseNumber(text, style.numbers);
  return decimal === undefined ? refuse('badFormat') : accept(decimal);
}

/** A whole number between two bounds. */
export function parseInteger(input: unknown, min: number, max: number): Parsed<number | null> {
  if (input === '') return accept(null);
  if (typeof input !== 'number' || !Number.isFinite(input)) return refuse('wrongType');
  if (input < min) return refuse('tooSmall', { min });
  if (input > max) return refuse('tooLarge', { max });
  // Minus zero is zero.
  return Number.isInteger(input) ? accept(input + 0) : refuse('tooManyDecimals', { max: 0 });
}

/** One cell as a whole number, then taken by the kind's own `parse`. */
export function readInteger(
  text: string,
  style: TextStyle,
  parse: (value: number) => Parsed<number | null>,
): Parsed<number | null> {
  const read = readExact(text, style);
  if (!read.ok) return read;
  return read.value === null ? accept(null) : parse(Number(read.value));
}

/** `min` above `max`: no value would be taken. */
export const checkRange = ({
  min,
  max,
}: {
  min?: string | number;
  max?: string | number;
}): readonly Refusal[] =>
  min !== undefined && max !== undefined && new Decimal(min).gt(max)
    ? [{ code: 'tooSmall', part: 'max', params: { min } }]
    : [];

/** Schema of an exact decimal as the API writes it. */
export const exactSchema = (scale: number) => ({
  type: 'string',
  pattern: scale === 0 ? '^-?\\d{1,18}$' : `^-?\\d{1,18}(\\.\\d{1,${scale}})?$`,
});
