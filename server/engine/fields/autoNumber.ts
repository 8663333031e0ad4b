import type { AutoNumberField } from '#shared/fields/autoNumber.ts';
import { compareScalar } from './compare.ts';
import type { SqlKind } from './kind.ts';

export const autoNumber: SqlKind<AutoNumberField, string> = {
  columns: () => [{ suffix: '', type: 'text' }],
  store: (value) => [value],
  load: ([cell]) => (typeof cell === 'string' ? cell : null),
  condition: (op, operand, target) => compareScalar(op, operand, 'text', target),
  sortBy: '',
  // Two documents of one number would be one too many, whatever the declaration says.
  indexes: () => [{ columns: [''], method: 'btree', unique: true }],
  alwaysIndexed: true,
};
