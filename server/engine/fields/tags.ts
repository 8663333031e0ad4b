import type { TagsField } from '#shared/fields/tags.ts';
import { compareList } from './compare.ts';
import type { SqlKind } from './kind.ts';
import { loadList } from './list.ts';

export const tags: SqlKind<TagsField, string[]> = {
  columns: () => [{ suffix: '', type: 'text[]' }],
  catalogued: true,
  store: (value) => [value],
  load: loadList,
  condition: (op, operand, target) => compareList(op, operand, 'text', target),
  groupBy: 'element',
  indexes: () => [{ columns: [''], method: 'gin' }],
  alwaysIndexed: true,
};
