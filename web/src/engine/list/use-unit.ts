import type { ScreenField } from '#web/api/model.ts';
import { useMe } from '../model.ts';

/** What the figures of a column are counted in: it stands in the head, not in each cell. */
export function useUnit({ kind }: ScreenField): string | undefined {
  const { currency } = useMe().workspace;
  if (kind === 'percent') return '%';
  return kind === 'money' ? symbolOf(currency) : undefined;
}

const symbolOf = (currency: string): string =>
  new Intl.NumberFormat('vi-VN', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency;
