import { Checkbox } from '@mantine/core';
import type { BooleanField } from '#shared/fields/boolean.ts';
import type { FieldInput } from '../field-input.ts';
import { inputProps } from '../input-props.ts';

export const boolean: FieldInput<BooleanField> = {
  atOnce: true,
  Edit: (props) => (
    <Checkbox
      {...inputProps(props)}
      checked={props.value === true}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  ),
};
