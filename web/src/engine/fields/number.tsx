import type { NumberField } from '#shared/fields/number.ts';
import { formatNumber } from '#shared/locale/number.ts';
import { figureView } from './figure-view.tsx';

const figure = figureView<NumberField>({
  show: (value, language, { plain = false }) =>
    typeof value === 'number' ? formatNumber(String(value), language, { plain }) : '',
});

/** A year is a number that nobody adds up: it stands as a word does. */
const { align: _right, summable: _sum, ...plainNumber } = figure;

export const number: typeof figure = {
  ...figure,
  of: ({ plain = false }) => (plain ? plainNumber : undefined),
};
