import type { RelationsField } from '#shared/fields/relations.ts';
import type { FieldInput } from '../field-input.ts';
import { inputProps } from '../input-props.ts';
import { asReferences, orNull } from '../read-value.ts';
import { RecordPicker } from '../record-picker.tsx';
import { PickedMany } from './picked-many.tsx';

export const relations: FieldInput<RelationsField> = {
  Edit: (props) => (
    <PickedMany
      items={asReferences(props.value)}
      onChange={(next) => props.onChange(orNull(next))}
      picker={(chosen, add) => (
        <RecordPicker
          objectKey={props.field.to}
          input={inputProps(props)}
          value={null}
          without={chosen}
          onChange={add}
        />
      )}
    />
  ),
};
