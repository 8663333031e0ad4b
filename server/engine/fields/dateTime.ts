import type { DateTimeField } from '#shared/fields/dateTime.ts';
import { compareScalar } from './compare.ts';
import type { SqlKind } from './kind.ts';

export const dateTime: SqlKind<DateTimeField, string> = {
  columns: () => [{ suffix: '', type: 'timestamptz' }],
  store: (value) => [value],
  load: ([cell]) => (typeof cell === 'string' || cell instanceof Date ? instantOf(cell) : null),
  condition: (op, operand, target) => compareScalar(op, operand, 'timestamptz', target),
  sortBy: '',
  extremes: '',
  groupBy: 'value',
  time: 'instant',
  indexes: (field) => [{ columns: [''], method: 'btree', ...(field.unique && { unique: true }) }],
};

const canonical = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** The pool gives the canonical text; a row made into JSON, or a Date, has another. */
const instantOf = (cell: string | Date): string =>
  typeof cell === 'string' && canonical.test(cell) ? cell : new Date(cell).toISOString();
