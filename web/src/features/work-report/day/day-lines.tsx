import { Link } from '@tanstack/react-router';
import { formatTime } from '#shared/locale/date-time.ts';
import { useObject } from '#web/engine/model.ts';
import { StatusGlyph, type Tone } from '#web/ui/status-glyph.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import classes from '../report.module.css';
import type { DayLine } from './day.queries.ts';
import { dayWords } from './day.words.ts';

const tones: Readonly<Record<string, Tone>> = {
  planned: 'plan',
  inProgress: 'info',
  done: 'ok',
  cancelled: 'closed',
  forgotten: 'bad',
};

/** What somebody has or had on a day, in its order. */
export function DayLines({ lines }: { lines: readonly DayLine[] }) {
  const t = useWords(dayWords);
  const label = useLabel();
  const { timeZone } = useLanguage();
  const object = useObject({ key: 'activity' });
  const nameOf = (key: string, value: string): string => {
    const field = object?.field.get(key);
    const option =
      field?.kind === 'select' ? field.options.find((each) => each.value === value) : undefined;
    return option ? label(option.label) : value;
  };
  return (
    <ul className={classes.lines}>
      {lines.map((line) => {
        const minutes = line.actualMinutes ?? line.plannedMinutes;
        const about = [
          nameOf('status', line.status),
          nameOf('kind', line.kind),
          ...(line.account === null ? [] : [line.account]),
          ...(line.result === null ? [] : [nameOf('result', line.result)]),
          ...(minutes === null ? [] : [t('minutes', { count: minutes })]),
        ];
        return (
          <li key={line.id}>
            <span className={classes.time}>
              {line.startsAt !== null && formatTime(new Date(line.startsAt), timeZone)}
            </span>
            <StatusGlyph tone={tones[line.status] ?? 'idle'} />
            <span>
              <Link
                to="/$objects/$id"
                params={{ objects: object?.path ?? 'activities', id: line.id }}
              >
                {line.subject}
              </Link>
              <span className={classes.before}>{about.join(' · ')}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
