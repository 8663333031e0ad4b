import type { DecimalField } from '#shared/fields/decimal.ts';
import { compareScalar } from './compare.ts';
import { loadExact } from './exact.ts';
import type { SqlKind } from './kind.ts';

export const decimal: SqlKind<DecimalField, string> = {
  columns: ({ scale = 2 }) => [{ suffix: '', type: `numeric(24,${scale})` }],
  store: (value) => [value],
  load: ([cell]) => loadExact(cell),
  condition: (op, operand, target) => compareScalar(op, operand, 'numeric', target),
  sortBy: '',
  measure: '',
  groupBy: 'value',
  indexes: (field) => [{ columns: [''], method: 'btree', ...(field.unique && { unique: true }) }],
};
