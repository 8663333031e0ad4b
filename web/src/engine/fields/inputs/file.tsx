import type { FileField } from '#shared/fields/file.ts';
import type { FieldInput } from '../field-input.ts';
import { groupProps } from '../input-props.ts';
import { asReference } from '../read-value.ts';
import { FilesEdit } from './files-edit.tsx';

export const file: FieldInput<FileField> = {
  atOnce: true,
  Edit: (props) => {
    const { value, onChange, disabled = false } = props;
    const one = asReference(value);
    return (
      <FilesEdit
        group={groupProps(props)}
        autoFocus={props.autoFocus === true}
        items={one ? [one] : []}
        most={1}
        disabled={disabled}
        onChange={([next]) => onChange(next ?? null)}
      />
    );
  },
};
