import { plainText } from '#shared/fields/plain-text.ts';
import type { RichTextField } from '#shared/fields/richText.ts';
import { RichText } from '../rich-text/rich-text.tsx';
import type { FieldView } from './field-view.ts';
import { asText } from './read-value.ts';

const say = (value: unknown): string => plainText(asText(value));

/** The server keeps clean HTML. */
export const richText: FieldView<RichTextField> = {
  width: 260,
  block: true,
  followed: true,
  Show: ({ value, place }) => (place === 'page' ? <RichText html={asText(value)} /> : say(value)),
  toText: say,
};
