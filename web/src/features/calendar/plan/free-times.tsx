import { plusDays } from '#shared/locale/date.ts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { freeQuery, type Slot } from '../calendar.queries.ts';
import { calendarWords } from '../calendar.words.ts';
import { sayDay } from '../say-day.ts';
import { clockOf, instantAt, wallOf } from '../wall.ts';
import classes from './plan.module.css';

interface Props {
  slot: Slot;
  people: readonly string[];
  onPick(slot: Slot): void;
}

const days = 14;

/** Times within working hours at which nobody of them has anything on. */
export function FreeTimes({ slot, people, onPick }: Props) {
  const t = useWords(calendarWords);
  const { language, timeZone } = useLanguage();
  const { day } = wallOf(slot.startsAt, timeZone);
  const minutes = Math.round((Date.parse(slot.endsAt) - Date.parse(slot.startsAt)) / 60_000);
  const { data } = useQuery(
    freeQuery({
      people,
      minutes: Math.min(1440, Math.max(5, minutes)),
      startsAt: instantAt(day, 0, timeZone),
      endsAt: instantAt(plusDays(day, days), 0, timeZone),
    }),
  );
  if (!data) return <div className={classes.free} aria-busy />;
  if (data.slots.length === 0) return <p className={classes.none}>{t('noFree')}</p>;
  const byDay = Map.groupBy(data.slots, ({ startsAt }) => wallOf(startsAt, timeZone).day);
  return (
    <div role="group" aria-label={t('freeOf')} className={classes.free}>
      {[...byDay].map(([date, slots]) => (
        <div key={date}>
          <p className={classes.freeDay}>{sayDay(date, language)}</p>
          <div className={classes.times}>
            {slots.map((each) => (
              <Button
                key={each.startsAt}
                variant="default"
                size="compact-sm"
                aria-pressed={each.startsAt === slot.startsAt}
                aria-label={`${sayDay(date, language)}, ${clockOf(wallOf(each.startsAt, timeZone).minutes)}`}
                onClick={() => onPick(each)}
              >
                {clockOf(wallOf(each.startsAt, timeZone).minutes)}
              </Button>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
