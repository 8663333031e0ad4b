import type { MemberField } from '#shared/fields/member.ts';
import type { FieldInput } from '../field-input.ts';
import { pickerProps } from '../input-props.ts';
import { MemberPicker } from '../member-picker.tsx';

export const member: FieldInput<MemberField> = {
  atOnce: true,
  Edit: (props) => <MemberPicker {...pickerProps(props)} />,
};
