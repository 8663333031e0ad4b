import { isDecimal, type Language, localeOf } from './number.ts';

const currencyFormatters = new Map<string, Intl.NumberFormat>();

/** `1.500.000 ₫`, `$1,234.50`: as many decimals as the currency has, rounded half up. */
export function formatMoney(amount: string, currency: string, language: Language): string {
  if (!isDecimal(amount) || !/^[A-Z]{3}$/.test(currency)) return `${amount} ${currency}`;
  const key = `${language} ${currency}`;
  let formatter = currencyFormatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(localeOf[language], {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    });
    currencyFormatters.set(key, formatter);
  }
  return formatter.format(amount);
}

const compactUnits: Readonly<Record<Language, readonly (readonly [number, string])[]>> = {
  vi: [
    [9, ' tỷ'],
    [6, ' triệu'],
    [3, ' nghìn'],
  ],
  en: [
    [9, 'B'],
    [6, 'M'],
    [3, 'K'],
  ],
};

/**
 * `1,5 triệu`, `2,5 tỷ`, `1.5M`: one decimal. Intl's own `1,5 Tr` and `2,5 T` are ambiguous. What
 * would round to 1.000 of a unit is shown in the next one.
 */
export function formatCompact(amount: string, language: Language): string {
  if (!isDecimal(amount)) return amount;
  for (const [power, unit] of compactUnits[language]) {
    const ofUnitBelow = Number(tenths.format(moved(amount, power - 3)));
    if (Math.abs(ofUnitBelow) >= 1000) return shortNumber(amount, power, language) + unit;
  }
  return shortNumber(amount, 0, language);
}

const tenths = new Intl.NumberFormat('en', { maximumFractionDigits: 1, useGrouping: false });

const shortNumber = (amount: string, power: number, language: Language): string =>
  new Intl.NumberFormat(localeOf[language], { maximumFractionDigits: 1 }).format(
    moved(amount, power),
  );

/** Intl reads the exponent and stays exact, whatever the length. */
const moved = (amount: string, power: number) => `${amount}E-${power}` as `${number}`;
