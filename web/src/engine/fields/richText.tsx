import { plainText } from '#shared/fields/plain-text.ts';
import type { RichTextField } from '#shared/fields/richText.ts';
import { RichText } from '../rich-text/rich-text.tsx';
import { RichTextBox } from '../rich-text/rich-text-box.tsx';
import type { FieldView } from './field-view.ts';
import { asText } from './read-value.ts';

/** The server keeps clean HTML. */
export const richText: FieldView<RichTextField> = {
  width: 260,
  block: true,
  Show: ({ value, place }) =>
    place === 'page' ? <RichText html={asText(value)} /> : plainText(asText(value)),
  Edit: ({ field: _field, inline: _inline, value, ...props }) => (
    <RichTextBox {...props} value={asText(value) || null} />
  ),
  toText: (value) => plainText(asText(value)),
};
