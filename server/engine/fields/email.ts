import type { EmailField } from '#shared/fields/email.ts';
import { compareScalar } from './compare.ts';
import type { SqlKind } from './kind.ts';

export const email: SqlKind<EmailField, string> = {
  columns: () => [{ suffix: '', type: 'text' }],
  store: (value) => [value],
  load: ([cell]) => (typeof cell === 'string' ? cell : null),
  condition: (op, operand, target) => compareScalar(op, operand, 'text', target),
  sortBy: '',
  groupBy: 'value',
  indexes: (field) => [{ columns: [''], method: 'btree', ...(field.unique && { unique: true }) }],
};
