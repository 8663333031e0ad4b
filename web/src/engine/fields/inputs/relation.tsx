import type { RelationField } from '#shared/fields/relation.ts';
import type { FieldInput } from '../field-input.ts';
import { pickerProps } from '../input-props.ts';
import { RecordPicker } from '../record-picker.tsx';

export const relation: FieldInput<RelationField> = {
  atOnce: true,
  Edit: (props) => <RecordPicker {...pickerProps(props)} objectKey={props.field.to} />,
};
