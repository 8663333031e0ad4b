import type { SelectField } from '#shared/fields/select.ts';
import type { FieldView } from './field-view.ts';
import { Option, optionOf } from './option.tsx';
import { asText } from './read-value.ts';

export const select: FieldView<SelectField> = {
  width: 140,
  groupable: true,
  columns: ({ options }) =>
    options.filter(({ archived }) => archived !== true).map(({ value }) => value),
  Show: ({ value, field }) => {
    const text = asText(value);
    return text === '' ? null : <Option field={field} value={text} />;
  },
  toText: (value, field, language) => {
    const text = asText(value);
    return optionOf(field, text)?.label[language] ?? text;
  },
};
