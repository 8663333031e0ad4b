import type { Operator } from '#shared/filter.ts';
import type { PhoneField } from '#shared/fields/phone.ts';
import { compareScalar } from './compare.ts';
import type { SqlKind, SqlTarget } from './kind.ts';

export const phone: SqlKind<PhoneField, string> = {
  columns: () => [{ suffix: '', type: 'text' }],
  store: (value) => [value],
  load: ([cell]) => (typeof cell === 'string' ? cell : null),
  condition: (op, operand, target) =>
    op === 'contains' || op === 'startsWith'
      ? hasDigits(target.column(''), op, operand, target)
      : compareScalar(op, operand, 'text', target),
  sortBy: '',
  groupBy: 'value',
  indexes: (field) => [{ columns: [''], method: 'btree', ...(field.unique && { unique: true }) }],
};

/** Digits as people type them: a leading 0 may stand for the country code. */
export function hasDigits(
  column: string,
  op: Operator,
  operand: unknown,
  target: SqlTarget,
): string {
  const digits = String(operand).replace(/\D/g, '');
  const patterns = [op === 'contains' ? `%${digits}%` : `+${digits}%`];
  if (digits.startsWith('0')) patterns.push(`+84${digits.slice(1)}%`);
  return `${column} like any(${target.param(patterns, 'text[]')})`;
}
