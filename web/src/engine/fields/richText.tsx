import { Textarea } from '@mantine/core';
import type { RichTextField } from '#shared/fields/richText.ts';
import type { FieldView } from './field-view.ts';
import classes from './fields.module.css';
import { htmlToText, textToHtml } from './html-text.ts';
import { inputProps } from './input-props.ts';
import { asText } from './read-value.ts';

/** The server keeps clean HTML; here it is read and written as paragraphs of text. */
export const richText: FieldView<RichTextField> = {
  width: 260,
  block: true,
  Show: ({ value, place }) => {
    const text = htmlToText(asText(value));
    return place === 'page' ? <span className={classes.lines}>{text}</span> : text;
  },
  Edit: (props) => (
    <Textarea
      {...inputProps(props)}
      autosize
      minRows={3}
      maxRows={16}
      value={htmlToText(asText(props.value))}
      onChange={(event) => props.onChange(textToHtml(event.currentTarget.value))}
    />
  ),
  toText: (value) => htmlToText(asText(value)),
};
