import type { NumberField } from '#shared/fields/number.ts';
import { formatNumber, parseNumber } from '#shared/locale/number.ts';
import { figureView } from './figure-view.tsx';

export const number = figureView<NumberField>({
  show: (value, language, { plain = false }) =>
    typeof value === 'number' ? formatNumber(String(value), language, { plain }) : '',
  example: '1200',
  read: (text, language) => {
    const read = parseNumber(text, language);
    return read === undefined ? undefined : Number(read);
  },
});
