import type { MultiSelectField } from '#shared/fields/multiSelect.ts';
import { compareList } from './compare.ts';
import type { SqlKind } from './kind.ts';
import { loadList } from './list.ts';

export const multiSelect: SqlKind<MultiSelectField, string[]> = {
  columns: () => [{ suffix: '', type: 'text[]' }],
  store: (value) => [value],
  load: loadList,
  condition: (op, operand, target) => compareList(op, operand, 'text', target),
  groupBy: 'element',
  indexes: () => [{ columns: [''], method: 'gin' }],
  alwaysIndexed: true,
};
