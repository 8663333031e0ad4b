import type { MoneyField } from '#shared/fields/money.ts';
import { formatMoney } from '#shared/locale/format-money.ts';
import { figureView } from './figure-view.tsx';
import { partOf } from './read-value.ts';

export const money = figureView<MoneyField>({
  width: 150,
  show: (value, language) => {
    const amount = partOf(value, 'amount');
    return amount === '' ? '' : formatMoney(amount, partOf(value, 'currency'), language);
  },
});
