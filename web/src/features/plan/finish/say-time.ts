import { useCallback } from 'react';
import { dateInZone, formatTime } from '#shared/locale/date-time.ts';
import { localeOf } from '#shared/locale/number.ts';
import { lowerFirst } from '../calls/lower-first.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { finishWords } from './finish.words.ts';

const dayMs = 86_400_000;

/** `Mai, 14:30`, `Hôm nay, 16:00`, `Thứ Hai 23/11, 09:00`; within a sentence `mai 14:30`, `16:00`. */
export function useSayTime(): (instant: string, place?: 'within') => string {
  const t = useWords(finishWords);
  const { language, timeZone } = useLanguage();
  return useCallback(
    (instant, place) => {
      const at = new Date(instant);
      const time = formatTime(at, timeZone);
      const day = dateInZone(at, timeZone);
      const now = new Date();
      const isWithin = place === 'within';
      if (day === dateInZone(now, timeZone)) return isWithin ? time : t('today', { time });
      if (day === dateInZone(new Date(now.getTime() + dayMs), timeZone))
        return t(isWithin ? 'tomorrowWithin' : 'tomorrow', { time });
      const said = sayDay(day, language);
      return isWithin ? `${lowerFirst(said)} ${time}` : `${said}, ${time}`;
    },
    [t, language, timeZone],
  );
}

/** `Thứ Hai 23/11`. */
export function sayDay(day: string, language: 'vi' | 'en'): string {
  const weekday = new Intl.DateTimeFormat(localeOf[language], {
    weekday: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
  return `${weekday} ${day.slice(8)}/${day.slice(5, 7)}`;
}
