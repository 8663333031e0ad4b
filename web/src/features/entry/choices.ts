import type { Language } from '#shared/messages/language.ts';

/** Those of our customers' trade first; the rest by name. */
const usualCurrencies = ['VND', 'USD', 'EUR', 'CNY', 'JPY'];

export function currencyChoices(language: Language): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  const rest = Intl.supportedValuesOf('currency').filter((code) => !usualCurrencies.includes(code));
  return [...usualCurrencies, ...rest].map((value) => {
    const name = names.of(value) ?? value;
    return {
      value,
      label: `${name.charAt(0).toLocaleUpperCase(language)}${name.slice(1)} (${value})`,
    };
  });
}
