import { Link } from '@tanstack/react-router';
import { formatTime } from '#shared/locale/date-time.ts';
import { asText } from '#web/engine/fields/read-value.ts';
import { useObject } from '#web/engine/model.ts';
import { optionOf } from '#web/engine/fields/option.tsx';
import { Knot } from '#web/engine/record/thread/knot.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { LineActions } from '../calls/line-actions.tsx';
import { placeOf } from '../calls/place-of.ts';
import { KindIcon } from '../../activity/kind-icon.tsx';
import { planWords } from '../plan.words.ts';
import type { Entry } from './entries.ts';
import { EntryActions } from './entry-actions.tsx';
import classes from './today.module.css';

/** One thing of the day: when, its knot, what, and what can be done with it. */
export function DayEntry({ entry, isNext }: { entry: Entry; isNext: boolean }) {
  const { timeZone } = useLanguage();
  const under = useUnder(entry);
  const { id, kind, state, title, line, startsAt, activity } = entry;
  const isDone = state === 'done';
  return (
    <li
      className={classes.entry}
      data-done={isDone || undefined}
      data-next={isNext || undefined}
      data-running={state === 'running' || undefined}
      data-line
    >
      <time className={classes.time} dateTime={startsAt}>
        {activity['allDay'] === true ? '' : formatTime(new Date(startsAt), timeZone)}
      </time>
      <span className={classes.knot}>
        <Knot shape={isDone || state === 'running' ? 'spoken' : 'planned'} />
      </span>
      <div className={classes.content}>
        <div className={classes.text}>
          <Link
            to={placeOf({ key: id, activity: id })}
            className={classes.name ?? ''}
            data-line-link
          >
            <KindIcon kind={kind} />
            <span>{title}</span>
          </Link>
          {under !== '' && <p className={classes.under}>{under}</p>}
        </div>
        {!isDone && (line ? <LineActions line={line} /> : <EntryActions entry={entry} />)}
      </div>
    </li>
  );
}

/** Of what is done: minutes and what came of it. Of what is to come: what about, where, how long. */
function useUnder({ kind, state, title, line, activity }: Entry): string {
  const t = useWords(planWords);
  const label = useLabel();
  const object = useObject({ key: 'activity' });
  const result = object?.field.get('result');
  const kindField = object?.field.get('kind');
  const isDone = state === 'done';
  const minutes = Number(activity[isDone ? 'actualMinutes' : 'plannedMinutes'] ?? 0);
  const option =
    isDone && result?.kind === 'select' ? optionOf(result, asText(activity['result'])) : undefined;
  const kindOption = kindField?.kind === 'select' ? optionOf(kindField, kind) : undefined;
  const subject = asText(activity['subject']);
  // `Gọi điện: Hoa Sen` was made of the kind and the name, which stand there already.
  const isOwn =
    subject !== title &&
    !Object.values(kindOption?.label ?? {}).some((word) => subject.startsWith(`${word}: `));
  const parts = isDone
    ? [
        minutes > 0 && t('minutes', { minutes }),
        line?.note ?? (option ? label(option.label) : isOwn && subject),
      ]
    : [
        isOwn && subject,
        asText(activity['place']),
        activity['allDay'] !== true && minutes > 0 && t('minutes', { minutes }),
      ];
  return parts.filter(Boolean).join(' · ');
}
