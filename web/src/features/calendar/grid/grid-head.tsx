import { givenName } from '#shared/locale/person-name.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { calendarWords } from '../calendar.words.ts';
import { sayDay, sayWeekday } from '../say-day.ts';
import type { Column } from './columns.ts';
import classes from './grid.module.css';

interface Props {
  columns: readonly Column[];
  today: string;
  onDay(day: string): void;
}

/** Day and lunar date, or whose column it is. */
export function GridHead({ columns, today, onDay }: Props) {
  const t = useWords(calendarWords);
  const { language } = useLanguage();
  return (
    <div className={classes.head}>
      <span />
      {columns.map(({ key, day, named, person, rests }) =>
        person ? (
          <div key={key} className={classes.person}>
            <Avatar name={person.name} size={24} />
            <span className={classes.fullName}>{person.name}</span>
            <span className={classes.givenName}>{givenName(person.name)}</span>
          </div>
        ) : (
          <button
            key={key}
            type="button"
            className={classes.dayHead}
            data-today={day === today || undefined}
            aria-current={day === today ? 'date' : undefined}
            onClick={() => onDay(day)}
          >
            <span className="unseen">{sayDay(day, language)}</span>
            <span className={classes.dayMeta} aria-hidden>
              <span>{sayWeekday(day, language)}</span>
              {named?.lunar && (
                <span title={t('lunarDate')}>
                  {t(rests && columns.length === 7 ? 'lunarShort' : 'lunar', {
                    day: named.lunar.day,
                    month: named.lunar.month,
                  })}
                </span>
              )}
            </span>
            <b aria-hidden>{Number(day.slice(8))}</b>
          </button>
        ),
      )}
    </div>
  );
}
