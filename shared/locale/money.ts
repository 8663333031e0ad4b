import { Decimal } from 'decimal.js';
import { type NumberStyle, parseNumber } from './number.ts';
import { fold, nfc } from './text.ts';

export interface ParsedMoney {
  /** Decimal text; never a float. */
  amount: string;
  currency?: string;
}

const LONGEST = 80;
const symbols: ReadonlyMap<string, string> = new Map([
  ['₫', 'VND'],
  ['d', 'VND'],
  ['dong', 'VND'],
  ['vnd', 'VND'],
  ['$', 'USD'],
  ['us$', 'USD'],
  ['usd', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
]);
const units: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['nghin', 3],
  ['ngan', 3],
  ['tr', 6],
  ['trieu', 6],
  ['ty', 9],
  ['ti', 9],
  ['nghin ty', 12],
  ['ngan ty', 12],
]);
const UNIT = '(nghin ty|ngan ty|nghin|ngan|trieu|tr|ty|ti|k)';
const PART = new RegExp(`^ ?(\\d[\\d.,]*) ?${UNIT}(?:(\\d+)$|(?= |$))`);

/**
 * Money as people type it: `1tr5`, `1,5 triệu`, `1 tỷ 200 triệu`, `500k`, `1.500.000đ`,
 * `$1,234.50`. Without a style, a value that reads differently in the two styles is taken as VND
 * has it (no decimals) or as dollars are written; `1,500` without a currency is refused.
 */
export function parseMoney(
  text: string,
  options: { style?: NumberStyle; currency?: string } = {},
): ParsedMoney | undefined {
  if (text.length > LONGEST) return undefined;
  const { number, currency, ok } = takeCurrency(fold(nfc(text)));
  if (!ok) return undefined;
  const [, minus = '', positive = ''] = /^([-−]? ?)(.*)$/.exec(number) ?? [];
  const amount =
    parseWithUnits(positive, options.style) ??
    parsePlain(positive, options.style, currency ?? options.currency);
  if (amount === undefined) return undefined;
  const signed = minus === '' || amount === '0' ? amount : `-${amount}`;
  return currency === undefined ? { amount: signed } : { amount: signed, currency };
}

function takeCurrency(text: string): { number: string; currency?: string; ok: boolean } {
  const found =
    /^([-−]? ?)(us\$|[$₫€£]|[a-z]{3}(?= ?\d))? ?(.*?) ?(us\$|[$₫€£]|(?<![a-z])(?:dong|d|[a-z]{3}))?$/.exec(
      text,
    );
  if (found === null) return { number: text, ok: true };
  const [, minus = '', before, number = '', after] = found;
  if (before !== undefined && after !== undefined) return { number, ok: false };
  const sign = before ?? after;
  if (sign === undefined) return { number: minus + number, ok: true };
  const currency = symbols.get(sign) ?? isoCode(sign);
  if (currency === undefined) return { number, ok: false };
  return { number: minus + number, currency, ok: true };
}

function isoCode(word: string): string | undefined {
  const code = word.toUpperCase();
  return Intl.supportedValuesOf('currency').includes(code) ? code : undefined;
}

/** `1 ty 200 trieu`, `1tr5` = 1.500.000, `1tr500` = 1.500.000; `1tr50` is ambiguous and refused. */
function parseWithUnits(text: string, style: NumberStyle | undefined): string | undefined {
  let total = new Decimal(0);
  let rest = text;
  let below = Infinity;
  while (rest !== '') {
    const [all, digits, unit, tail] = PART.exec(rest) ?? [];
    const power = units.get(unit ?? '');
    if (all === undefined || digits === undefined || power === undefined) return undefined;
    const number = parseFactor(digits, style);
    if (number === undefined || power >= below) return undefined;
    total = total.plus(new Decimal(number).times(Decimal.pow(10, power)));
    if (tail !== undefined) {
      if (tail.length === 2 || tail.length > 3 || /\D/.test(digits)) return undefined;
      total = total.plus(new Decimal(tail).times(Decimal.pow(10, power - tail.length)));
    }
    below = power;
    rest = rest.slice(all.length);
  }
  return text === '' ? undefined : total.toFixed();
}

/** Before a unit, `1.5` and `1,5` are both one and a half; three digits follow the style. */
function parseFactor(digits: string, style: NumberStyle | undefined): string | undefined {
  if (/^\d+[.,]\d{1,2}$/.test(digits)) return digits.replace(',', '.');
  if (style === undefined && /^\d+,\d{3}$/.test(digits)) return undefined;
  return parseNumber(digits, style ?? 'vi');
}

function parsePlain(
  text: string,
  style: NumberStyle | undefined,
  currency: string | undefined,
): string | undefined {
  if (style !== undefined) return parseNumber(text, style);
  const vi = parseNumber(text, 'vi');
  const en = parseNumber(text, 'en');
  if (vi === undefined || en === undefined || vi === en) return vi ?? en;
  if (currency === 'VND') return vi.includes('.') ? en : vi;
  if (currency === 'USD') return en;
  return vi.includes('.') ? undefined : vi;
}
