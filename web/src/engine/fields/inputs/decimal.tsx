import type { DecimalField } from '#shared/fields/decimal.ts';
import { parseNumber } from '#shared/locale/number.ts';
import { typedInput } from './typed-input.tsx';

export const decimal = typedInput<DecimalField>({
  inputMode: 'decimal',
  example: '1250',
  read: parseNumber,
});
