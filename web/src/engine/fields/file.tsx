import type { FileField } from '#shared/fields/file.ts';
import type { FieldView } from './field-view.ts';
import { FileLink } from './file-link.tsx';
import { FilesEdit } from './files-edit.tsx';
import { asReference } from './read-value.ts';

export const file: FieldView<FileField> = {
  width: 160,
  block: true,
  Show: ({ value, place }) => {
    const one = asReference(value);
    return one && <FileLink file={one} place={place} />;
  },
  Edit: ({ value, onChange, disabled = false }) => {
    const one = asReference(value);
    return (
      <FilesEdit
        items={one ? [one] : []}
        most={1}
        disabled={disabled}
        onChange={([next]) => onChange(next ?? null)}
      />
    );
  },
  toInput: (value) => asReference(value)?.id ?? null,
  toText: (value) => asReference(value)?.title ?? '',
};
