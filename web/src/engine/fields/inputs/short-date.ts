import { dateInZone, parseDateTime } from '#shared/locale/date-time.ts';
import { calendarDate, formatDate } from '#shared/locale/date.ts';
import { fold } from '#shared/locale/text.ts';

const words: Readonly<Record<string, number>> = {
  'hom nay': 0,
  today: 0,
  mai: 1,
  'ngay mai': 1,
  tomorrow: 1,
  'hom qua': -1,
  yesterday: -1,
};

/** `20/11` is of this year; `hôm nay`, `mai`, `tomorrow` are what they say where the person is. */
export function readShortDate(
  text: string,
  timeZone: string,
  now = new Date(),
): string | undefined {
  const folded = fold(text).trim();
  const days = words[folded];
  if (days !== undefined) return dateInZone(new Date(now.getTime() + days * 86_400_000), timeZone);
  const [, day, month] = /^(\d{1,2})[/.-](\d{1,2})$/.exec(folded) ?? [];
  if (day === undefined) return undefined;
  return calendarDate(Number(dateInZone(now, timeZone).slice(0, 4)), Number(month), Number(day));
}

const time = /\d{1,2} ?(?::|h|gio) ?(?:\d{2})?(?: ?(?:am|pm|sa|ch)\b)?/;

/** `mai 14h30`, `9h hôm nay`, `5/3 8:00`; a time alone is of today, a day alone begins; `bây giờ`. */
export function readShortMoment(
  text: string,
  timeZone: string,
  now = new Date(),
): string | undefined {
  const folded = fold(text).trim();
  if (folded === 'bay gio' || folded === 'now')
    return new Date(Math.floor(now.getTime() / 60_000) * 60_000).toISOString();
  const clock = time.exec(folded)?.[0];
  const rest = folded
    .replace(clock ?? '', ' ')
    .replace(/\bngay(?= \d)|\bluc\b|,/g, ' ')
    .trim();
  if (clock === undefined && rest === '') return undefined;
  const day = rest === '' ? dateInZone(now, timeZone) : readShortDate(rest, timeZone, now);
  return day && parseDateTime(`${formatDate(day)} ${clock ?? '00:00'}`, 'dmy', timeZone);
}
