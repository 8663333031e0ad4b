import type { PercentField } from '#shared/fields/percent.ts';
import { formatNumber, isDecimal } from '#shared/locale/number.ts';
import { figureView } from './figure-view.tsx';
import { asText } from './read-value.ts';

export const percent = figureView<PercentField>({
  width: 96,
  show: (value, language) => {
    const text = asText(value);
    return isDecimal(text) ? `${formatNumber(text, language)}%` : '';
  },
});
