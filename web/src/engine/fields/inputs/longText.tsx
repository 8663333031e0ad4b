import { Textarea } from '@mantine/core';
import type { LongTextField } from '#shared/fields/longText.ts';
import type { FieldInput } from '../field-input.ts';
import { inputProps } from '../input-props.ts';
import { asText } from '../read-value.ts';

export const longText: FieldInput<LongTextField> = {
  Edit: (props) => (
    <Textarea
      {...inputProps(props)}
      autosize
      minRows={2}
      maxRows={12}
      value={asText(props.value)}
      onChange={(event) => props.onChange(event.currentTarget.value || null)}
    />
  ),
};
