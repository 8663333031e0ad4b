import type { FullName, FullNameField } from '#shared/fields/fullName.ts';
import { compareScalar } from './compare.ts';
import type { SqlKind } from './kind.ts';

export const fullName: SqlKind<FullNameField, FullName> = {
  columns: () => [
    { suffix: '', type: 'text collate "vi-x-icu"' },
    { suffix: 'family', type: 'text' },
    { suffix: 'middle', type: 'text' },
    { suffix: 'given', type: 'text collate "vi-x-icu"' },
  ],
  store: ({ full, family, middle, given }) => [full, family, middle, given],
  load: ([full, family, middle, given]) =>
    typeof full === 'string'
      ? { full, family: textOf(family), middle: textOf(middle), given: textOf(given) }
      : null,
  condition: (op, operand, target) => compareScalar(op, operand, 'text', target),
  // People are listed by the name they are called by.
  sortBy: ['given', ''],
  groupBy: 'value',
  parts: { full: '', family: 'family', middle: 'middle', given: 'given' },
  indexes: () => [{ columns: ['given', ''], method: 'btree' }],
};

const textOf = (cell: unknown): string => (typeof cell === 'string' ? cell : '');
