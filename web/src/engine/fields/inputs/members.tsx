import type { MembersField } from '#shared/fields/members.ts';
import type { FieldInput } from '../field-input.ts';
import { inputProps } from '../input-props.ts';
import { MemberPicker } from '../member-picker.tsx';
import { asReferences, orNull } from '../read-value.ts';
import { PickedMany } from './picked-many.tsx';

export const members: FieldInput<MembersField> = {
  Edit: (props) => (
    <PickedMany
      items={asReferences(props.value)}
      onChange={(next) => props.onChange(orNull(next))}
      picker={(chosen, add) => (
        <MemberPicker input={inputProps(props)} value={null} without={chosen} onChange={add} />
      )}
    />
  ),
};
