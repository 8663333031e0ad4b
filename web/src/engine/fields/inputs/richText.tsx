import type { RichTextField } from '#shared/fields/richText.ts';
import { RichTextBox } from '../../rich-text/rich-text-box.tsx';
import type { FieldInput } from '../field-input.ts';
import { asText } from '../read-value.ts';

export const richText: FieldInput<RichTextField> = {
  Edit: ({ field: _field, inline: _inline, value, ...props }) => (
    <RichTextBox {...props} value={asText(value) || null} />
  ),
};
