import type { BooleanField } from '#shared/fields/boolean.ts';
import { compareScalar } from './compare.ts';
import type { SqlKind } from './kind.ts';

export const boolean: SqlKind<BooleanField, boolean> = {
  columns: () => [{ suffix: '', type: 'boolean' }],
  store: (value) => [value],
  load: ([cell]) => (typeof cell === 'boolean' ? cell : null),
  condition: (op, operand, target) => compareScalar(op, operand, 'boolean', target),
  sortBy: '',
  groupBy: 'value',
  indexes: (field) => [{ columns: [''], method: 'btree', ...(field.unique && { unique: true }) }],
};
