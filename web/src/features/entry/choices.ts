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

export function timeZoneChoices(): { value: string; label: string }[] {
  const home = 'Asia/Ho_Chi_Minh';
  // Browsers name the zone of Vietnam by its old name.
  const rest = Intl.supportedValuesOf('timeZone').filter(
    (zone) => zone !== home && zone !== 'Asia/Saigon',
  );
  return [
    { value: home, label: 'Hà Nội, TP.HCM (UTC+7)' },
    ...rest.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
  ];
}
