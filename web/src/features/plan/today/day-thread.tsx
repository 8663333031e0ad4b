import { formatTime } from '#shared/locale/date-time.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { planWords } from '../plan.words.ts';
import { DayEntry } from './day-entry.tsx';
import { nowIndex, type Entry } from './entries.ts';
import classes from './today.module.css';

/** Done above the line of the time now, to come below it. */
export function DayThread({ entries, now }: { entries: readonly Entry[]; now: Date }) {
  const t = useWords(planWords);
  const { timeZone } = useLanguage();
  const time = formatTime(now, timeZone);
  const at = nowIndex(entries, now);
  const next = entries.slice(at).find(({ state }) => state === 'planned');
  const draw = (entry: Entry) => <DayEntry key={entry.id} entry={entry} isNext={entry === next} />;
  return (
    <ol className={classes.thread} aria-label={t('dayThread')}>
      {entries.slice(0, at).map(draw)}
      <li className={classes.now}>
        <span className={classes.nowTime} aria-hidden>
          {time}
        </span>
        <span className="unseen">{t('now', { time })}</span>
        <span className={classes.nowKnot} aria-hidden />
        <span className={classes.nowRule} aria-hidden />
      </li>
      {entries.slice(at).map(draw)}
    </ol>
  );
}
