import type { Language } from '#shared/messages/language.ts';
import { localeOf } from '#shared/locale/number.ts';

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);

const written = (day: string, language: Language, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(localeOf[language], { ...options, timeZone: 'UTC' }).format(at(day));

const number = (day: string): number => Number(day.slice(8));

/** `Thứ Năm, 19/11`. */
export const sayDay = (day: string, language: Language): string =>
  day === ''
    ? ''
    : `${written(day, language, { weekday: 'long' })}, ${day.slice(8)}/${day.slice(5, 7)}`;

/** `T5`, `Thu`. */
export const sayWeekday = (day: string, language: Language): string => {
  if (language === 'en') return written(day, language, { weekday: 'short' });
  const weekday = at(day).getUTCDay();
  return weekday === 0 ? 'CN' : `T${weekday + 1}`;
};

/** `tháng 11, 2026`, `November 2026`. */
export const sayMonth = (day: string, language: Language): string =>
  language === 'vi'
    ? `tháng ${Number(day.slice(5, 7))}, ${day.slice(0, 4)}`
    : `${written(day, language, { month: 'long' })} ${day.slice(0, 4)}`;

/** `16 – 22 tháng 11, 2026`, `30 tháng 11 – 6 tháng 12, 2026`. */
export function saySpan(first: string, last: string, language: Language): string {
  if (first === last) return `${number(first)} ${sayMonth(first, language)}`;
  const end = `${number(last)} ${sayMonth(last, language)}`;
  if (first.slice(0, 7) === last.slice(0, 7)) return `${number(first)} – ${end}`;
  const month = sayMonth(first, language);
  const named =
    first.slice(0, 4) === last.slice(0, 4) ? month.slice(0, -4).replace(/,? $/, '') : month;
  return `${number(first)} ${named} – ${end}`;
}
