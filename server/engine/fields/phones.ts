import type { PhonesField } from '#shared/fields/phones.ts';
import { compareList, someElement } from './compare.ts';
import type { SqlKind } from './kind.ts';
import { loadList } from './list.ts';
import { hasDigits } from './phone.ts';

export const phones: SqlKind<PhonesField, string[]> = {
  columns: () => [{ suffix: '', type: 'text[]' }],
  store: (value) => [value],
  load: loadList,
  condition: (op, operand, target) =>
    op === 'contains'
      ? someElement((element) => hasDigits(element, op, operand, target), target)
      : compareList(op, operand, 'text', target),
  groupBy: 'element',
  indexes: () => [{ columns: [''], method: 'gin' }],
  alwaysIndexed: true,
};
