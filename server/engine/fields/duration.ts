import type { DurationField } from '#shared/fields/duration.ts';
import { compareScalar } from './compare.ts';
import type { SqlKind } from './kind.ts';

export const duration: SqlKind<DurationField, number> = {
  columns: () => [{ suffix: '', type: 'integer' }],
  store: (value) => [value],
  load: ([cell]) => (cell === null || cell === undefined ? null : Number(cell)),
  condition: (op, operand, target) => compareScalar(op, operand, 'integer', target),
  sortBy: '',
  measure: '',
  groupBy: 'value',
  indexes: (field) => [{ columns: [''], method: 'btree', ...(field.unique && { unique: true }) }],
};
