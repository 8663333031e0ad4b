import type { LinksField } from '#shared/fields/links.ts';
import { compareList } from './compare.ts';
import type { SqlKind } from './kind.ts';
import { loadList } from './list.ts';

/** Pairs of object and id, each one text, so that one index finds what is linked to a record of any object. */
export const links: SqlKind<LinksField, string[]> = {
  columns: () => [{ suffix: '', type: 'text[]' }],
  store: (value) => [value],
  load: loadList,
  condition: (op, operand, target) => compareList(op, operand, 'text', target),
  indexes: () => [{ columns: [''], method: 'gin' }],
  alwaysIndexed: true,
  groupBy: 'element',
};
