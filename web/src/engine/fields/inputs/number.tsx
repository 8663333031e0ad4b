import type { NumberField } from '#shared/fields/number.ts';
import { parseNumber } from '#shared/locale/number.ts';
import { typedInput } from './typed-input.tsx';

export const number = typedInput<NumberField>({
  inputMode: 'decimal',
  example: '1200',
  read: (text, language) => {
    const read = parseNumber(text, language);
    return read === undefined ? undefined : Number(read);
  },
});
