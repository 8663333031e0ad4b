import type { DecimalField } from '#shared/fields/decimal.ts';
import { formatNumber, isDecimal } from '#shared/locale/number.ts';
import { figureView } from './figure-view.tsx';
import { asText } from './read-value.ts';

export const decimal = figureView<DecimalField>({
  show: (value, language) =>
    isDecimal(asText(value)) ? formatNumber(asText(value), language) : '',
});
