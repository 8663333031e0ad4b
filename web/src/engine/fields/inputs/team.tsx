import type { TeamField } from '#shared/fields/team.ts';
import type { FieldInput } from '../field-input.ts';
import { pickerProps } from '../input-props.ts';
import { TeamPicker } from '../team-picker.tsx';

export const team: FieldInput<TeamField> = {
  atOnce: true,
  Edit: (props) => <TeamPicker {...pickerProps(props)} />,
};
