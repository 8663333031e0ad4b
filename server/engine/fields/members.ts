import type { MembersField } from '#shared/fields/members.ts';
import { compareList } from './compare.ts';
import type { SqlKind } from './kind.ts';
import { loadList } from './list.ts';

export const members: SqlKind<MembersField, string[]> = {
  columns: () => [{ suffix: '', type: 'uuid[]' }],
  store: (value) => [value],
  load: loadList,
  condition: (op, operand, target) => compareList(op, operand, 'uuid', target),
  groupBy: 'element',
  indexes: () => [{ columns: [''], method: 'gin' }],
  alwaysIndexed: true,
};
