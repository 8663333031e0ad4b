import type { FileField } from '#shared/fields/file.ts';
import type { FieldInput } from '../field-input.ts';
import { asReference } from '../read-value.ts';
import { FilesEdit } from './files-edit.tsx';

export const file: FieldInput<FileField> = {
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
};
