import type { DateField } from '#shared/fields/date.ts';
import { compareScalar } from './compare.ts';
import type { SqlKind } from './kind.ts';

export const date: SqlKind<DateField, string> = {
  columns: () => [{ suffix: '', type: 'date' }],
  store: (value) => [value],
  load: ([cell]) => (typeof cell === 'string' ? cell : null),
  condition: (op, operand, target) => compareScalar(op, operand, 'date', target),
  sortBy: '',
  extremes: '',
  groupBy: 'value',
  time: 'day',
  indexes: (field) => [{ columns: [''], method: 'btree', ...(field.unique && { unique: true }) }],
};
