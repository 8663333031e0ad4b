import type { PercentField } from '#shared/fields/percent.ts';
import { parseNumber } from '#shared/locale/number.ts';
import { typedInput } from './typed-input.tsx';

export const percent = typedInput<PercentField>({
  inputMode: 'decimal',
  example: '15%',
  read: (text, language) => parseNumber(text.replace('%', ''), language),
});
