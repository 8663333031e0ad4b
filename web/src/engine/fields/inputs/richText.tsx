import type { RichTextField } from '#shared/fields/richText.ts';
import { RichTextBox } from '../../rich-text/rich-text-box.tsx';
import { useMentionable } from '../../rich-text/use-mentionable.ts';
import type { EditProps, FieldInput } from '../field-input.ts';
import { asText } from '../read-value.ts';

/** Whoever is mentioned is told, when they may see the record. */
function RichTextEdit({
  field: _field,
  inline: _inline,
  value,
  ...props
}: EditProps<RichTextField>) {
  const mentions = useMentionable();
  return <RichTextBox {...props} value={asText(value) || null} mentions={mentions} />;
}

export const richText: FieldInput<RichTextField> = { Edit: RichTextEdit };
