import { Link } from '@tanstack/react-router';
import { dateInZone, formatDateTime } from '#shared/locale/date-time.ts';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { LineActions } from '../calls/line-actions.tsx';
import { placeOf } from '../calls/place-of.ts';
import { planWords } from '../plan.words.ts';
import type { Entry } from './entries.ts';
import { EntryActions } from './entry-actions.tsx';
import classes from './today.module.css';

/** What the clock found forgotten, on top of everything, with a time that suits them. */
export function ForgottenCard({ entry, day }: { entry: Entry; day: string }) {
  const t = useWords(planWords);
  const { timeZone } = useLanguage();
  const { id, kind, title, line, startsAt } = entry;
  const at = new Date(startsAt);
  const [date = '', time = ''] = formatDateTime(at, timeZone).split(' ');
  const when = dateInZone(at, timeZone) === day ? time : `${time} ${date.slice(0, 5)}`;
  const [reason = '', ...more] = line ? line.why.split(', ') : [];
  return (
    <li className={classes.forgotten} data-line>
      <StatusGlyph tone="bad" size={16} />
      <div className={classes.forgottenText}>
        <Link to={placeOf({ key: id, activity: id })} className={classes.name ?? ''} data-line-link>
          {t(kind === 'call' ? 'forgotCall' : 'forgot', { name: title })}
        </Link>
        <p className={classes.under}>
          {[t('wasAt', { time: when }), ...(reason === '' ? [] : more)].join(', ')}
        </p>
        {line ? <LineActions line={line} /> : <EntryActions entry={entry} />}
      </div>
    </li>
  );
}
