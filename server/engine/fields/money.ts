import { Decimal } from 'decimal.js';
import type { Money, MoneyField } from '#shared/fields/money.ts';
import { compareScalar } from './compare.ts';
import type { SqlKind } from './kind.ts';

export const money: SqlKind<MoneyField, Money> = {
  columns: () => [
    { suffix: '', type: 'numeric(24,6)' },
    { suffix: 'currency', type: 'text' },
    // In the company's currency at the rate of the day it was written: what sums, sorts and filters use.
    { suffix: 'base', type: 'numeric(24,6)' },
  ],
  store({ amount, currency }, _field, env) {
    const rate = currency === env.baseCurrency ? '1' : env.rate(currency);
    const base = rate === undefined ? null : new Decimal(amount).times(rate).toFixed(6);
    return [amount, currency, base];
  },
  load: ([amount, currency]) =>
    typeof amount === 'string' && typeof currency === 'string'
      ? { amount: trimZeros(amount), currency }
      : null,
  condition: (op, operand, target) => compareScalar(op, operand, 'numeric', target, 'base'),
  sortBy: 'base',
  measure: 'base',
  parts: { amount: '', currency: 'currency' },
  indexes: () => [{ columns: ['base'], method: 'btree' }],
};

/** numeric(24,6) gives six decimals back; the canonical text has none that say nothing. */
export const trimZeros = (text: string): string =>
  text.includes('.') ? text.replace(/\.?0+$/, '') : text;
