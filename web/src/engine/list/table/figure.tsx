import { formatMoney } from '#shared/locale/format-money.ts';
import { formatNumber } from '#shared/locale/number.ts';
import { useMe } from '../../model.ts';
import { useLanguage } from '#web/words/language.tsx';

/** An amount in a column whose head names the currency; one in another currency says its own. */
export function Figure({ value }: { value: unknown }) {
  const { language } = useLanguage();
  const { workspace } = useMe();
  if (!isMoney(value)) return null;
  const { amount, currency } = value;
  return currency === workspace.currency
    ? formatNumber(amount, language)
    : formatMoney(amount, currency, language);
}

const isMoney = (value: unknown): value is { amount: string; currency: string } =>
  typeof value === 'object' &&
  value !== null &&
  'amount' in value &&
  'currency' in value &&
  typeof value.amount === 'string' &&
  typeof value.currency === 'string';
