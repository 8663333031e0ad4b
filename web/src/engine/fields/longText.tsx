import type { LongTextField } from '#shared/fields/longText.ts';
import type { FieldView } from './field-view.ts';
import classes from './fields.module.css';
import { asText } from './read-value.ts';

export const longText: FieldView<LongTextField> = {
  width: 260,
  block: true,
  Show: ({ value, place }) =>
    place === 'page' ? <span className={classes.lines}>{asText(value)}</span> : asText(value),
  toText: asText,
};
