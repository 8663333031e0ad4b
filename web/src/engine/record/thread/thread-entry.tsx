import { formatDateTime } from '#shared/locale/date-time.ts';
import { useLanguage } from '#web/words/language.tsx';
import { useOnPage } from '../record-context.tsx';
import { knotKind } from './knot-kinds.ts';
import { Knot } from './knot.tsx';
import type { TimelineEntry } from './timeline.ts';
import classes from './thread.module.css';

/** One event: when, its knot, what. */
export function ThreadEntry({ entry, isNear }: { entry: TimelineEntry; isNear: boolean }) {
  const { timeZone } = useLanguage();
  const { record } = useOnPage();
  const { shape, Show } = knotKind(entry);
  const full = formatDateTime(new Date(entry.at), timeZone);
  return (
    <li className={classes.entry}>
      <time className={classes.time} dateTime={entry.at} title={full}>
        {isNear ? full.slice(11) : full.slice(0, 5)}
      </time>
      <span className={classes.knot}>
        <Knot shape={shape(entry, record.id)} />
      </span>
      <div className={classes.content}>
        <Show entry={entry} />
      </div>
    </li>
  );
}
