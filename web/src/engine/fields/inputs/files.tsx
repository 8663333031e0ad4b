import type { FilesField } from '#shared/fields/files.ts';
import type { FieldInput } from '../field-input.ts';
import { asReferences, orNull } from '../read-value.ts';
import { FilesEdit } from './files-edit.tsx';

const mostFiles = 50;

export const files: FieldInput<FilesField> = {
  Edit: ({ value, onChange, disabled = false }) => (
    <FilesEdit
      items={asReferences(value)}
      most={mostFiles}
      disabled={disabled}
      onChange={(next) => onChange(orNull(next))}
    />
  ),
};
