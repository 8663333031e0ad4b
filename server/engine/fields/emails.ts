import type { EmailsField } from '#shared/fields/emails.ts';
import { compareList, like, someElement } from './compare.ts';
import type { SqlKind } from './kind.ts';
import { loadList } from './list.ts';

export const emails: SqlKind<EmailsField, string[]> = {
  columns: () => [{ suffix: '', type: 'text[]' }],
  store: (value) => [value],
  load: loadList,
  condition: (op, operand, target) =>
    op === 'contains'
      ? someElement((element) => like(element, operand, target), target)
      : compareList(op, operand, 'text', target),
  groupBy: 'element',
  indexes: () => [{ columns: [''], method: 'gin' }],
  alwaysIndexed: true,
};
