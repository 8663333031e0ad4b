import type { SelectField } from '#shared/fields/select.ts';
import { compareScalar } from './compare.ts';
import type { SqlKind } from './kind.ts';

export const select: SqlKind<SelectField, string> = {
  columns: () => [{ suffix: '', type: 'text' }],
  store: (value) => [value],
  load: ([cell]) => (typeof cell === 'string' ? cell : null),
  condition: (op, operand, target) => compareScalar(op, operand, 'text', target),
  sortBy: '',
  groupBy: 'value',
  indexes: (field) => [{ columns: [''], method: 'btree', ...(field.unique && { unique: true }) }],
};
