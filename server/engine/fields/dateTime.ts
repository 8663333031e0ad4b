import type { DateTimeField } from '#shared/fields/dateTime.ts';
import { compareScalar } from './compare.ts';
import type { SqlKind } from './kind.ts';

export const dateTime: SqlKind<DateTimeField, string> = {
  columns: () => [{ suffix: '', type: 'timestamptz' }],
  store: (value) => [value],
  // A Date from a row, or one of PostgreSQL's own spellings from a row made into JSON.
  load: ([cell]) =>
    cell instanceof Date || typeof cell === 'string' ? new Date(cell).toISOString() : null,
  condition: (op, operand, target) => compareScalar(op, operand, 'timestamptz', target),
  sortBy: '',
  groupBy: 'value',
  indexes: (field) => [{ columns: [''], method: 'btree', ...(field.unique && { unique: true }) }],
};
