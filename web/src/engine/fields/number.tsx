import type { NumberField } from '#shared/fields/number.ts';
import { formatNumber } from '#shared/locale/number.ts';
import { figureView } from './figure-view.tsx';

export const number = figureView<NumberField>({
  show: (value, language, { plain = false }) =>
    typeof value === 'number' ? formatNumber(String(value), language, { plain }) : '',
});
