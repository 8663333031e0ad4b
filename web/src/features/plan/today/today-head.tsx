import { daysOf } from '#shared/calendar/days-of.ts';
import { plusDays } from '#shared/locale/date.ts';
import { toLunar } from '#shared/locale/lunar.ts';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { planWords } from '../plan.words.ts';
import type { Entry } from './entries.ts';
import classes from './today.module.css';

interface Props {
  day: string;
  entries: readonly Entry[];
}

/** `Thứ Năm, 19/11`; beneath it the lunar day, what day it is, and how much is left. */
export function TodayHead({ day, entries }: Props) {
  const t = useWords(planWords);
  const label = useLabel();
  const { language } = useLanguage();
  const lunar = toLunar(day);
  const tomorrow = plusDays(day, 1);
  const named = daysOf(day, tomorrow);
  const nameOf = (date: string) => named.find((each) => each.date === date)?.label;
  const [here, next] = [nameOf(day), nameOf(tomorrow)];
  const weekday = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    weekday: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
  const done = entries.filter(({ state }) => state === 'done').length;
  const left = entries.filter(({ state }) => state === 'planned' || state === 'running').length;
  const parts = [
    lunar && t(lunar.leap ? 'leap' : 'lunar', { day: lunar.day, month: lunar.month }),
    here && t('isDay', { name: label(here) }),
    next && t('tomorrowIs', { name: label(next) }),
    // A number stands on the line of its word.
    entries.length > 0 && t('counts', { done, left }).replaceAll(' ', '\u00a0'),
  ].filter(Boolean);
  return (
    <header className={classes.head}>
      <h1 className={classes.heading}>
        {weekday}, {day.slice(8)}/{day.slice(5, 7)}
      </h1>
      <p className={classes.sub}>{parts.join(' · ')}</p>
    </header>
  );
}
