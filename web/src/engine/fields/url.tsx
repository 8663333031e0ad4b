import type { UrlField } from '#shared/fields/url.ts';
import { ActingLink } from './acting-link.tsx';
import type { FieldView } from './field-view.ts';
import { asText } from './read-value.ts';
import { textView } from './text-view.tsx';

const bare = (value: unknown) =>
  asText(value)
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '');

export const url: FieldView<UrlField> = {
  ...textView(),
  followed: true,
  Show: ({ value, place }) => (
    <ActingLink scheme="" target={asText(value)} place={place}>
      {bare(value)}
    </ActingLink>
  ),
};
