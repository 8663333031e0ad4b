import type { FilesField } from '#shared/fields/files.ts';
import type { FieldInput } from '../field-input.ts';
import { groupProps } from '../input-props.ts';
import { asReferences, orNull } from '../read-value.ts';
import { FilesEdit } from './files-edit.tsx';

const mostFiles = 50;

export const files: FieldInput<FilesField> = {
  Edit: (props) => (
    <FilesEdit
      group={groupProps(props)}
      autoFocus={props.autoFocus === true}
      items={asReferences(props.value)}
      most={mostFiles}
      disabled={props.disabled === true}
      onChange={(next) => props.onChange(orNull(next))}
    />
  ),
};
