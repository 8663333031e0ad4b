import type { FullNameField } from '#shared/fields/fullName.ts';
import type { FieldView } from './field-view.ts';
import { asText, partOf } from './read-value.ts';

export const nameParts = ['family', 'middle', 'given'] as const;

export const joinedOf = (value: unknown): string => {
  const words = nameParts.map((part) => partOf(value, part)).filter((word) => word !== '');
  return words.join(' ');
};

/** The name in one text; parts that are being typed have none yet. */
export const fullOf = (value: unknown): string =>
  partOf(value, 'full') || asText(value) || joinedOf(value);

export const fullName: FieldView<FullNameField> = {
  width: 180,
  Show: ({ value }) => fullOf(value),
  toText: fullOf,
};
