import { IconPinFilled } from '@tabler/icons-react';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { RecordKnot } from './record-knot.tsx';
import classes from './thread.module.css';
import { threadWords } from './thread.words.ts';
import type { RecordEntry } from './timeline.ts';

/** What people keep on top. */
export function Pinned({ entries }: { entries: readonly RecordEntry[] }) {
  const t = useWords(threadWords);
  const { timeZone } = useLanguage();
  if (entries.length === 0) return null;
  return (
    <section className={classes.pinned} aria-label={t('pinned')}>
      <h2>
        <IconPinFilled size={14} aria-hidden /> {t('pinned')}
      </h2>
      <ul className={classes.list}>
        {entries.map((entry) => (
          <li key={entry.id} className={classes.pin}>
            {entry.at !== null && (
              <time className={classes.meta} dateTime={entry.at}>
                {formatDateTime(new Date(entry.at), timeZone).slice(0, 10)}
              </time>
            )}
            <RecordKnot entry={entry} />
          </li>
        ))}
      </ul>
    </section>
  );
}
