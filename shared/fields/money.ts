import { Decimal } from 'decimal.js';
import type { FieldBase } from '../define.ts';
import { formatPlain, parseMoney } from '../locale/number.ts';
import { accept, refuse, type Parsed, type ValueKind } from './kind.ts';

export interface MoneyField extends FieldBase {
  kind: 'money';
  /** Smallest and largest amount, as decimal strings. */
  min?: string;
  max?: string;
}

/** Exact: the amount is a decimal string, never a float. */
export interface Money {
  amount: string;
  /** ISO 4217. */
  currency: string;
}

/** Twelve digits of đồng times a million: more is a typing mistake, and numeric(24,6) keeps it. */
const largest = new Decimal('1e17');

export const money: ValueKind<MoneyField, Money> = {
  checkOptions: (field) =>
    (['min', 'max'] as const).flatMap((part) =>
      field[part] === undefined || decimalText.test(field[part])
        ? []
        : [{ code: 'badFormat' as const, part }],
    ),
  parse(input, field) {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      return refuse('wrongType');
    }
    const { amount, currency, ...rest } = input as Record<string, unknown>;
    const unknown = Object.keys(rest)[0];
    if (unknown !== undefined) return refuse('unknownField', undefined, unknown);
    if (typeof currency !== 'string' || !isCurrency(currency)) {
      return refuse('badCurrency', undefined, 'currency');
    }
    const parsed = parseAmount(amount, decimalsOf(currency), field);
    return parsed.ok ? accept({ amount: parsed.value, currency }) : parsed;
  },
  // Amounts are compared in the company's currency.
  operators: ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'between'],
  parseOperand: (input) => {
    const amount = typeof input === 'object' && input !== null && 'amount' in input ? input.amount : input;
    return parseAmount(amount, 6, {});
  },
  parts: { amount: 'decimal', currency: 'select' },
  toText: (value, _field, style) => `${formatPlain(value.amount, style.numbers)} ${value.currency}`,
  fromText(cell, field, style) {
    if (cell.trim() === '') return accept(null);
    const read = parseMoney(cell, style.numbers);
    if (!read) return refuse('badFormat');
    return this.parse({ amount: read.amount, currency: read.currency ?? style.currency }, field);
  },
};

const decimalText = /^-?\d{1,18}(\.\d{1,6})?$/;
const currencies = new Set(Intl.supportedValuesOf('currency'));
export const isCurrency = (code: string): boolean => currencies.has(code);

/** Decimals that are written for a currency: none for VND, two for USD. */
export const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits ?? 2;

function parseAmount(
  input: unknown,
  decimals: number,
  { min, max }: { min?: string; max?: string },
): Parsed<string> {
  if (typeof input !== 'string') return refuse('wrongType', undefined, 'amount');
  if (!decimalText.test(input)) return refuse('badFormat', undefined, 'amount');
  const amount = new Decimal(input);
  if (amount.decimalPlaces() > decimals) {
    return refuse('tooManyDecimals', { max: decimals }, 'amount');
  }
  if (amount.abs().gte(largest)) return refuse('tooLarge', { max: largest.toFixed() }, 'amount');
  if (min !== undefined && amount.lt(min)) return refuse('tooSmall', { min }, 'amount');
  if (max !== undefined && amount.gt(max)) return refuse('tooLarge', { max }, 'amount');
  return accept(amount.isZero() ? '0' : amount.toFixed());
}
