import { useId } from 'react';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { useLanguage } from '#web/words/language.tsx';
import { useOnPage } from '../record-context.tsx';
import { ChangeKnot } from './change-knot.tsx';
import { entryKind, type KnotShape } from './entry-kinds.ts';
import { Knot } from './knot.tsx';
import { RecordKnot } from './record-knot.tsx';
import type { TimelineEntry } from './timeline.ts';
import classes from './thread.module.css';

interface Props {
  entry: TimelineEntry;
  isNear: boolean;
  /** Stands above it: it is the first of its day. */
  day?: string;
  place: number;
  /** Where the tab key leads. */
  isStop: boolean;
  onFocus(key: string): void;
}

export const keyOf = ({ kind, id }: TimelineEntry): string => `${kind}${id}`;

/** One event: when, its knot, what. */
export function ThreadEntry({ entry, isNear, day, place, isStop, onFocus }: Props) {
  const { timeZone } = useLanguage();
  const { record } = useOnPage();
  const id = useId();
  const at = entry.at ?? '';
  const full = at === '' ? '' : formatDateTime(new Date(at), timeZone);
  return (
    <article
      data-entry
      className={classes.article}
      aria-labelledby={id}
      aria-posinset={place}
      aria-setsize={-1}
      // Articles of a feed take the focus: https://www.w3.org/WAI/ARIA/apg/patterns/feed/
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isStop ? 0 : -1}
      onFocus={() => onFocus(keyOf(entry))}
    >
      {day !== undefined && (
        <div className={classes.day}>
          <span className={classes.knot} />
          <h2>{day}</h2>
        </div>
      )}
      <div className={classes.entry}>
        <time className={classes.time} dateTime={at} title={full}>
          {isNear ? full.slice(11) : full.slice(0, 5)}
        </time>
        <span className={classes.knot}>
          <Knot shape={shapeOf(entry, record.id)} />
        </span>
        <div className={classes.content} id={id}>
          {entry.kind === 'change' ? <ChangeKnot entry={entry} /> : <RecordKnot entry={entry} />}
        </div>
      </div>
    </article>
  );
}

function shapeOf(entry: TimelineEntry, pageId: string): KnotShape {
  if (entry.kind === 'record') return entryKind(entry.object)?.shape(entry.values) ?? 'spoken';
  const { action, record } = entry;
  return (action === 'create' && record.id === pageId) || action === 'merge'
    ? 'milestone'
    : 'change';
}
