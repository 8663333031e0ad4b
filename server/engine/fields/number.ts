import type { NumberField } from '#shared/fields/number.ts';
import { compareScalar } from './compare.ts';
import type { SqlKind } from './kind.ts';

export const number: SqlKind<NumberField, number> = {
  columns: () => [{ suffix: '', type: 'bigint' }],
  store: (value) => [value],
  load: ([cell]) => (cell === null || cell === undefined ? null : Number(cell)),
  condition: (op, operand, target) => compareScalar(op, operand, 'bigint', target),
  sortBy: '',
  measure: '',
  groupBy: 'value',
  indexes: (field) => [{ columns: [''], method: 'btree', ...(field.unique && { unique: true }) }],
};
