import { Link } from '@tanstack/react-router';
import { dateInZone, formatTime } from '#shared/locale/date-time.ts';
import { formatDate } from '#shared/locale/date.ts';
import { StatusGlyph, type Tone } from '#web/ui/status-glyph.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import type { CallLine } from '../plan.queries.ts';
import { planWords } from '../plan.words.ts';
import classes from './calls.module.css';
import { LineActions } from './line-actions.tsx';
import { placeOf } from './place-of.ts';

const tones = {
  done: 'ok',
  running: 'info',
  planned: 'idle',
  forgotten: 'bad',
  suggested: 'plan',
} as const satisfies Record<CallLine['state'], Tone>;

interface Props {
  line: CallLine;
  /** The day of the plan; what was promised for another one says so. */
  day: string;
  /** The one that is next: it stands out, and what can be done with it is there. */
  isNext?: boolean;
}

/** One call: when, whom, why or what came of it, how long. */
export function PlanLine({ line, day, isNext = false }: Props) {
  const t = useWords(planWords);
  const { timeZone } = useLanguage();
  const { state, title, startsAt, plannedMinutes, actualMinutes, phone, doNotCall } = line;
  const at = startsAt === null ? null : new Date(startsAt);
  const onDay = at && dateInZone(at, timeZone);
  const hasActions =
    isNext || state === 'forgotten' || state === 'running' || state === 'suggested';
  const under = underOf(line, isNext);
  return (
    <li className={classes.line} data-state={state} data-next={isNext || undefined} data-line>
      <span className={classes.time}>
        {at && (onDay === day ? formatTime(at, timeZone) : shortDay(onDay ?? ''))}
      </span>
      <StatusGlyph tone={tones[state]} />
      <div className={classes.text}>
        <div className={classes.first}>
          <Link to={placeOf(line)} className={classes.name ?? ''} data-line-link>
            {title}
          </Link>
          <span className={classes.minutes}>
            {actualMinutes !== null && state === 'done'
              ? t('actual', { actual: actualMinutes, planned: plannedMinutes ?? 0 })
              : plannedMinutes !== null && t('minutes', { minutes: plannedMinutes })}
          </span>
        </div>
        {under !== '' && <p className={classes.under}>{under}</p>}
        {doNotCall && state !== 'done' && <p className={classes.refused}>{t('doNotCall')}</p>}
        {phone === null && !doNotCall && hasActions && (
          <p className={classes.under}>{t('noPhone')}</p>
        )}
        {hasActions && <LineActions line={line} />}
      </div>
    </li>
  );
}

/** What came of it; before, what it is about and why. */
function underOf({ state, note, subject, why, says }: CallLine, isNext: boolean): string {
  if (state === 'done') return note ?? subject ?? '';
  if (state === 'planned' && !isNext) return subject ?? '';
  // A sentence, unless something follows it.
  const reason = why === '' || says ? why : `${why}.`;
  return [state === 'planned' ? subject : '', reason, says].filter(Boolean).join(' · ');
}

const shortDay = (day: string): string => formatDate(day).slice(0, 5);
