import { Textarea } from '@mantine/core';
import type { LongTextField } from '#shared/fields/longText.ts';
import type { FieldView } from './field-view.ts';
import classes from './fields.module.css';
import { inputProps } from './input-props.ts';
import { asText } from './read-value.ts';

export const longText: FieldView<LongTextField> = {
  width: 260,
  block: true,
  Show: ({ value, place }) =>
    place === 'page' ? <span className={classes.lines}>{asText(value)}</span> : asText(value),
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
  toText: asText,
};
