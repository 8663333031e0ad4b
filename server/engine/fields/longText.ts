import type { LongTextField } from '#shared/fields/longText.ts';
import { compareScalar } from './compare.ts';
import type { SqlKind } from './kind.ts';

export const longText: SqlKind<LongTextField, string> = {
  columns: () => [{ suffix: '', type: 'text' }],
  store: (value) => [value],
  load: ([cell]) => (typeof cell === 'string' ? cell : null),
  condition: (op, operand, target) => compareScalar(op, operand, 'text', target),
  // Longer than a btree entry can be.
  indexes: () => [],
};
