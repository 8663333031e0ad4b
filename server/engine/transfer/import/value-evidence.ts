import type { FieldKind } from '#shared/fields/index.ts';
import { parseDate } from '#shared/locale/date.ts';
import { parseEmail } from '#shared/locale/email.ts';
import { splitPhones, parsePhone } from '#shared/locale/phone.ts';
import { parseTaxCode } from '#shared/locale/tax-code.ts';
import type { ModelField } from '#shared/model.ts';

interface Evidence {
  looks: (text: string) => boolean;
  fits: (field: ModelField) => boolean;
}

const kinds =
  (...wanted: FieldKind[]) =>
  (field: ModelField) =>
    wanted.includes(field.kind) && !field.system;

/** In this order: a tax code could be read as a phone number. */
const evidences: readonly Evidence[] = [
  { looks: (text) => parseEmail(text) !== undefined, fits: kinds('emails', 'email') },
  {
    looks: (text) => /^\d{10}(?:-?\d{3})?$|^\d{12}$/.test(text) && parseTaxCode(text).ok,
    fits: (field) => field.kind === 'text' && field.form === 'taxCode',
  },
  {
    looks: (text) =>
      /\d{8}/.test(text.replace(/\D/g, '')) &&
      splitPhones(text).every((each) => parsePhone(each).ok),
    fits: kinds('phones', 'phone'),
  },
  { looks: (text) => /\D/.test(text) && parseDate(text, 'dmy') !== undefined, fits: kinds('date') },
];

/** The field whose values a column's look like; none of those taken. Dates only where one field alone can be meant. */
export function fieldByValues(
  samples: readonly string[],
  fields: readonly ModelField[],
): ModelField | undefined {
  if (samples.length < 2) return undefined;
  for (const { looks, fits } of evidences) {
    if (samples.filter(looks).length < samples.length * 0.8) continue;
    const fitting = fields.filter(fits);
    const sure = fitting.length === 1 || fitting[0]?.kind !== 'date';
    if (fitting[0] && sure) return fitting[0];
  }
  return undefined;
}
