import type { TextField } from '#shared/fields/text.ts';
import { compareScalar } from './compare.ts';
import type { SqlKind } from './kind.ts';

export const text: SqlKind<TextField, string> = {
  // People read sorted lists in Vietnamese order.
  columns: () => [{ suffix: '', type: 'text collate "vi-x-icu"' }],
  store: (value) => [value],
  load: ([cell]) => (typeof cell === 'string' ? cell : null),
  condition: (op, operand, target) => compareScalar(op, operand, 'text', target),
  sortBy: '',
  groupBy: 'value',
  indexes: (field) => [{ columns: [''], method: 'btree', ...(field.unique && { unique: true }) }],
};
