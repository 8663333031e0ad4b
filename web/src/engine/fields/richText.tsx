import { Textarea } from '@mantine/core';
import type { RichTextField } from '#shared/fields/richText.ts';
import { useWords } from '#web/words/language.tsx';
import type { EditProps, FieldView } from './field-view.ts';
import classes from './fields.module.css';
import { fieldWords } from './fields.words.ts';
import { hasLooks, htmlToText, textToHtml } from './html-text.ts';
import { inputProps } from './input-props.ts';
import { asText } from './read-value.ts';
import { RichText } from './rich-text.tsx';

/** Written as paragraphs of text; whoever would lose what an editor elsewhere made is told. */
function RichTextEdit(props: EditProps<RichTextField>) {
  const t = useWords(fieldWords);
  const html = asText(props.value);
  return (
    <>
      <Textarea
        {...inputProps(props)}
        autosize
        minRows={3}
        maxRows={16}
        value={htmlToText(html)}
        onChange={(event) => props.onChange(textToHtml(event.currentTarget.value))}
      />
      {hasLooks(html) && <span className={classes.hint}>{t('formattingGoes')}</span>}
    </>
  );
}

/** The server keeps clean HTML. */
export const richText: FieldView<RichTextField> = {
  width: 260,
  block: true,
  Show: ({ value, place }) =>
    place === 'page' ? <RichText html={asText(value)} /> : htmlToText(asText(value)),
  Edit: RichTextEdit,
  toText: (value) => htmlToText(asText(value)),
};
