import type { DateField } from '#shared/fields/date.ts';
import { formatDate } from '#shared/locale/date.ts';
import type { FieldView } from './field-view.ts';
import { asText } from './read-value.ts';

/** Texts that are no day are what somebody is in the middle of typing. */
const show = (value: unknown): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(asText(value)) ? formatDate(asText(value)) : '';

export const date: FieldView<DateField> = {
  width: 112,
  groupable: true,
  timed: true,
  Show: ({ value }) => show(value),
  toText: show,
};
