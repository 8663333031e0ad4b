import type { PhoneField } from '#shared/fields/phone.ts';
import { ActingLink } from './acting-link.tsx';
import type { FieldView } from './field-view.ts';
import { showPhone } from './show-phone.ts';
import { asText } from './read-value.ts';
import { textView } from './text-view.tsx';

const view = textView<PhoneField>({ width: 136, inputMode: 'tel', show: showPhone });

export const phone: FieldView<PhoneField> = {
  ...view,
  Show: ({ value, place }) => (
    <ActingLink scheme="tel:" target={asText(value)} place={place}>
      {showPhone(asText(value))}
    </ActingLink>
  ),
};
