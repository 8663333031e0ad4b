import type { Field } from '#shared/define.ts';
import type { FieldView } from './field-view.ts';
import { asText, asReference } from './read-value.ts';

function say(value: unknown): string {
  if (value === null || value === undefined) return '';
  return asReference(value)?.title ?? (asText(value) || JSON.stringify(value));
}

/** Kinds that a newer server has, and values only programs write: to be read, never changed. */
export const unknownView: FieldView<Field> = {
  width: 160,
  block: true,
  Show: ({ value }) => say(value),
  toText: say,
};
