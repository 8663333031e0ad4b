import type { RelationField } from '#shared/fields/relation.ts';
import { compareScalar } from './compare.ts';
import type { SqlKind } from './kind.ts';

export const relation: SqlKind<RelationField, string> = {
  columns: () => [{ suffix: '', type: 'uuid' }],
  store: (value) => [value],
  load: ([cell]) => (typeof cell === 'string' ? cell : null),
  condition: (op, operand, target) => compareScalar(op, operand, 'uuid', target),
  groupBy: 'value',
  indexes: (field) => [{ columns: [''], method: 'btree', ...(field.unique && { unique: true }) }],
  alwaysIndexed: true,
};
