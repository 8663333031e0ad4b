import type { PhoneField } from '#shared/fields/phone.ts';
import { ActingLink } from './acting-link.tsx';
import type { FieldView } from './field-view.ts';
import { asText } from './read-value.ts';
import { showPhone } from './show-phone.ts';
import { textView } from './text-view.tsx';

export const phone: FieldView<PhoneField> = {
  ...textView({ width: 136, show: showPhone }),
  followed: true,
  Show: ({ value, place }) => (
    <ActingLink scheme="tel:" target={asText(value)} place={place}>
      {showPhone(asText(value))}
    </ActingLink>
  ),
};
