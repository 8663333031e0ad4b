import type { TeamField } from '#shared/fields/team.ts';
import type { FieldView } from './field-view.ts';
import { asReference } from './read-value.ts';

export const team: FieldView<TeamField> = {
  width: 140,
  groupable: true,
  columns: (_field, people) => people,
  Show: ({ value }) => asReference(value)?.title ?? null,
  toInput: (value) => asReference(value)?.id ?? null,
  toText: (value) => asReference(value)?.title ?? '',
};
