import type { MemberField } from '#shared/fields/member.ts';
import { compareScalar } from './compare.ts';
import type { SqlKind } from './kind.ts';

export const member: SqlKind<MemberField, string> = {
  columns: () => [{ suffix: '', type: 'uuid' }],
  store: (value) => [value],
  load: ([cell]) => (typeof cell === 'string' ? cell : null),
  condition: (op, operand, target) => compareScalar(op, operand, 'uuid', target),
  groupBy: 'value',
  indexes: (field) => [{ columns: [''], method: 'btree', ...(field.unique && { unique: true }) }],
  alwaysIndexed: true,
};
