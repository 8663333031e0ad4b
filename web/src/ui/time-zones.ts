import type { Language } from '#shared/messages/language.ts';

const home = 'Asia/Ho_Chi_Minh';
const homeName = { vi: 'Hà Nội, TP.HCM (UTC+7)', en: 'Hanoi, Ho Chi Minh City (UTC+7)' } as const;

/** As people name it; browsers know the zone of Vietnam by its old name, too. */
export const nameOfTimeZone = (zone: string, language: Language): string =>
  zone === home || zone === 'Asia/Saigon' ? homeName[language] : zone.replaceAll('_', ' ');

/** Every time zone to choose from, our own first. */
export function timeZoneChoices(language: Language): { value: string; label: string }[] {
  const rest = Intl.supportedValuesOf('timeZone').filter(
    (zone) => zone !== home && zone !== 'Asia/Saigon',
  );
  return [home, ...rest].map((value) => ({ value, label: nameOfTimeZone(value, language) }));
}
