import type { NumberField } from '#shared/fields/number.ts';
import { formatNumber } from '#shared/locale/number.ts';
import type { FieldView } from './field-view.ts';
import { figureView } from './figure-view.tsx';

const figure: FieldView<NumberField> = {
  ...figureView({
    show: (value, language, { plain = false }) =>
      typeof value === 'number' ? formatNumber(String(value), language, { plain }) : '',
  }),
  chartable: true,
};

const { summable: _added, ...unsummed } = figure;

/** A year is a number that nobody adds up: it stands as a word does. */
const { align: _right, summable: _sum, ...plainNumber } = figure;

export const number: FieldView<NumberField> = {
  ...figure,
  of: (field) => (field.plain ? plainNumber : field.unsummed ? unsummed : undefined),
};
