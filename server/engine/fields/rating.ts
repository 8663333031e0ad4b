import type { RatingField } from '#shared/fields/rating.ts';
import { compareScalar } from './compare.ts';
import type { SqlKind } from './kind.ts';

export const rating: SqlKind<RatingField, number> = {
  columns: () => [{ suffix: '', type: 'smallint' }],
  store: (value) => [value],
  load: ([cell]) => (cell === null || cell === undefined ? null : Number(cell)),
  condition: (op, operand, target) => compareScalar(op, operand, 'smallint', target),
  sortBy: '',
  measure: '',
  groupBy: 'value',
  indexes: (field) => [{ columns: [''], method: 'btree', ...(field.unique && { unique: true }) }],
};
