const home = 'Asia/Ho_Chi_Minh';

/** As people name it; browsers know the zone of Vietnam by its old name, too. */
export const nameOfTimeZone = (zone: string): string =>
  zone === home || zone === 'Asia/Saigon' ? 'Hà Nội, TP.HCM (UTC+7)' : zone.replaceAll('_', ' ');

/** Every time zone to choose from, our own first. */
export function timeZoneChoices(): { value: string; label: string }[] {
  const rest = Intl.supportedValuesOf('timeZone').filter(
    (zone) => zone !== home && zone !== 'Asia/Saigon',
  );
  return [home, ...rest].map((value) => ({ value, label: nameOfTimeZone(value) }));
}
