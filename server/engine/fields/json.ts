import type { JsonField } from '#shared/fields/json.ts';
import type { SqlKind } from './kind.ts';

export const json: SqlKind<JsonField, unknown> = {
  columns: () => [{ suffix: '', type: 'jsonb' }],
  store: (value) => [value],
  load: ([cell]) => cell ?? null,
  condition() {
    throw new Error('json is not filterable');
  },
  indexes: () => [],
};
