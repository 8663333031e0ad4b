import { z } from 'zod';
import type { FieldBase } from '../define.ts';
import { parseMoney } from '../locale/money.ts';
import { checkRange, decimalSchema, exactSchema, formatPlain, parseExact } from './exact.ts';
import { accept, asOperand, refuse, type Parsed, type ValueKind } from './kind.ts';

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

/** Hundred thousand times a million billion đồng: more is a typing mistake, and numeric(24,6) keeps it. */
const digits = 17;

export const money: ValueKind<MoneyField, Money> = {
  options: z.strictObject({ min: decimalSchema.optional(), max: decimalSchema.optional() }),
  checkOptions: checkRange,
  parse,
  // Amounts are compared in the company's currency.
  operators: ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'between'],
  parseOperand: (input) => asOperand(parseExact(amountOf(input), { scale: 6, digits })),
  parts: { amount: 'decimal', currency: 'select' },
  toText: (value, _field, style) => `${formatPlain(value.amount, style.numbers)} ${value.currency}`,
  fromText(cell, field, style) {
    const written = (style.numbers === 'vi' ? plainVi : plainEn).exec(cell);
    if (written?.[1] !== undefined) {
      return parse({ amount: written[1].replace(',', '.'), currency: written[2] }, field);
    }
    if (cell.trim() === '') return accept(null);
    const read = parseMoney(cell, { style: style.numbers, currency: style.currency });
    if (!read) return refuse('badFormat');
    return parse({ amount: read.amount, currency: read.currency ?? style.currency }, field);
  },
  same: (a, b) => a.amount === b.amount && a.currency === b.currency,
  jsonSchema: () => ({
    type: 'object',
    properties: {
      amount: exactSchema(6),
      currency: { type: 'string', pattern: '^[A-Z]{3}$' },
    },
    required: ['amount', 'currency'],
    additionalProperties: false,
  }),
};

/** What `toText` writes, read without looking for words and units. */
const plainVi = /^(-?\d+(?:,\d+)?) ([A-Z]{3})$/;
const plainEn = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/;

function parse(input: unknown, { min, max }: MoneyField): Parsed<Money | null> {
  if (input === '') return accept(null);
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return refuse('wrongType');
  }
  const unknown = Object.keys(input).find((key) => key !== 'amount' && key !== 'currency');
  if (unknown !== undefined) return refuse('unknownField', undefined, unknown);
  const amount = 'amount' in input ? input.amount : null;
  if (amount === null || amount === '') return accept(null);
  const currency = 'currency' in input ? input.currency : undefined;
  if (typeof currency !== 'string' || !isCurrency(currency)) {
    return refuse('badCurrency', undefined, 'currency');
  }
  const parsed = parseExact(amount, { scale: decimalsOf(currency), digits, min, max });
  if (!parsed.ok) {
    return { ok: false, refusals: parsed.refusals.map((each) => ({ ...each, part: 'amount' })) };
  }
  return accept(parsed.value === null ? null : { amount: parsed.value, currency });
}

const amountOf = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'amount' in input ? input.amount : input;

const currencies = new Set(Intl.supportedValuesOf('currency'));
export const isCurrency = (code: string): boolean => currencies.has(code);

const decimals = new Map<string, number>();

/** Decimals that are written for a currency: none for VND, two for USD. */
export function decimalsOf(currency: string): number {
  const known = decimals.get(currency);
  if (known !== undefined) return known;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  decimals.set(currency, maximumFractionDigits);
  return maximumFractionDigits;
}
