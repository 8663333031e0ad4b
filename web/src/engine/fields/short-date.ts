import { dateInZone } from '#shared/locale/date-time.ts';
import { calendarDate } from '#shared/locale/date.ts';
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
