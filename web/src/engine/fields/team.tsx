import type { TeamField } from '#shared/fields/team.ts';
import type { FieldView } from './field-view.ts';
import { inputProps } from './input-props.ts';
import { asReference } from './read-value.ts';
import { TeamPicker } from './team-picker.tsx';

export const team: FieldView<TeamField> = {
  width: 140,
  groupable: true,
  Show: ({ value }) => asReference(value)?.title ?? null,
  Edit: (props) => (
    <TeamPicker
      input={inputProps(props)}
      value={asReference(props.value)}
      onChange={props.onChange}
      clearable={props.field.required !== true}
      isInline={props.inline === true}
    />
  ),
  toInput: (value) => asReference(value)?.id ?? null,
  toText: (value) => asReference(value)?.title ?? '',
};
