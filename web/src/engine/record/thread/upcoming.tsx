import { useState } from 'react';
import { dateInZone, formatDateTime } from '#shared/locale/date-time.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { useRoom } from '../use-room.ts';
import { Knot } from './knot.tsx';
import { RecordKnot } from './record-knot.tsx';
import classes from './thread.module.css';
import { threadWords } from './thread.words.ts';
import type { RecordEntry } from './timeline.ts';

interface Props {
  entries: readonly RecordEntry[];
  /** There is more than these. */
  more: boolean;
  now: Date;
}

/** On a phone what happened last is to be seen too. */
const first = { wide: 3, phone: 1 };

/** What is still to come, the nearest right above the line of now. */
export function Upcoming({ entries, more, now }: Props) {
  const t = useWords(threadWords);
  const { timeZone } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { isPhone } = useRoom();
  if (entries.length === 0) return null;
  const today = dateInZone(now, timeZone);
  const shownFirst = isPhone ? first.phone : first.wide;
  const rest = entries.length - shownFirst;
  const shown = isOpen ? entries : entries.slice(0, shownFirst);
  const timeOf = ({ at }: RecordEntry): string => {
    if (at === null) return t('noTime');
    const full = formatDateTime(new Date(at), timeZone);
    return dateInZone(new Date(at), timeZone) === today ? full.slice(11) : full.slice(0, 5);
  };
  return (
    <section aria-label={t('coming')}>
      {rest > 0 && (
        <button type="button" className={classes.moreComing} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('fewerComing') : t('moreComing', { count: rest })}
        </button>
      )}
      {isOpen && more && <p className={classes.moreComing}>{t('manyComing')}</p>}
      <ol className={classes.list}>
        {shown.toReversed().map((entry) => (
          <li key={entry.id} className={classes.entry}>
            <time
              className={classes.time}
              {...(entry.at !== null && {
                dateTime: entry.at,
                title: formatDateTime(new Date(entry.at), timeZone),
              })}
            >
              {timeOf(entry)}
            </time>
            <span className={`${classes.knot} ${classes.dashed}`}>
              <Knot shape="planned" />
            </span>
            <div className={classes.content}>
              <RecordKnot entry={entry} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
