import { Decimal } from 'decimal.js';
import type { Money, MoneyField } from '#shared/fields/money.ts';
import { compareScalar } from './compare.ts';
import { loadExact } from './exact.ts';
import type { SqlKind } from './kind.ts';

/** Enough digits for the largest amount at any rate; the library rounds to 20 by itself. */
const Exact = Decimal.clone({ precision: 60 });

export const money: SqlKind<MoneyField, Money> = {
  columns: () => [
    { suffix: '', type: 'numeric(24,6)' },
    { suffix: 'currency', type: 'text' },
    // In the company's currency at the rate of the day it was written: what sums, sorts and filters
    // use. Wider, because the largest amount in a dear currency is more than that in đồng.
    { suffix: 'base', type: 'numeric(36,6)' },
  ],
  store({ amount, currency }, _field, env) {
    if (currency === env.baseCurrency) return [amount, currency, amount];
    const rate = env.rate(currency);
    const base = rate === undefined ? null : loadExact(new Exact(amount).times(rate).toFixed(6));
    return [amount, currency, base];
  },
  load([cell, currency]) {
    const amount = loadExact(cell);
    return amount !== null && typeof currency === 'string' ? { amount, currency } : null;
  },
  condition: (op, operand, target) => compareScalar(op, operand, 'numeric', target, 'base'),
  sortBy: 'base',
  measure: 'base',
  parts: { amount: '', currency: 'currency' },
  indexes: () => [{ columns: ['base'], method: 'btree' }],
};
