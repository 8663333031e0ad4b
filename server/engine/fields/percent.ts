import type { PercentField } from '#shared/fields/percent.ts';
import { compareScalar } from './compare.ts';
import { loadExact } from './exact.ts';
import type { SqlKind } from './kind.ts';

export const percent: SqlKind<PercentField, string> = {
  columns: () => [{ suffix: '', type: 'numeric(12,4)' }],
  store: (value) => [value],
  load: ([cell]) => loadExact(cell),
  condition: (op, operand, target) => compareScalar(op, operand, 'numeric', target),
  sortBy: '',
  measure: '',
  groupBy: 'value',
  indexes: (field) => [{ columns: [''], method: 'btree', ...(field.unique && { unique: true }) }],
};
