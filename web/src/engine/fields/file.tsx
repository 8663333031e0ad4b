import type { FileField } from '#shared/fields/file.ts';
import type { FieldView } from './field-view.ts';
import { FileLink } from './file-link.tsx';
import { asReference } from './read-value.ts';

export const file: FieldView<FileField> = {
  width: 160,
  block: true,
  followed: true,
  Show: ({ value, place }) => {
    const one = asReference(value);
    return one && <FileLink file={one} place={place} />;
  },
  toInput: (value) => asReference(value)?.id ?? null,
  toText: (value) => asReference(value)?.title ?? '',
};
