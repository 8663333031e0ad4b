import type { EmailField } from '#shared/fields/email.ts';
import { ActingLink } from './acting-link.tsx';
import type { FieldView } from './field-view.ts';
import { asText } from './read-value.ts';
import { textView } from './text-view.tsx';

export const email: FieldView<EmailField> = {
  ...textView({ width: 200 }),
  followed: true,
  Show: ({ value, place }) => (
    <ActingLink scheme="mailto:" target={asText(value)} place={place}>
      {asText(value)}
    </ActingLink>
  ),
};
