import { formatTime } from '#shared/locale/date-time.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import classes from './thread.module.css';
import { threadWords } from './thread.words.ts';

/** The time, drawn across the thread between what is planned and what happened. */
export function NowLine({ now, isFirst }: { now: Date; isFirst: boolean }) {
  const t = useWords(threadWords);
  const { timeZone } = useLanguage();
  const time = formatTime(now, timeZone);
  return (
    <div className={`${classes.now} ${isFirst ? classes.begins : ''}`}>
      <span className={classes.nowTime} aria-hidden>
        {time}
      </span>
      <span className="unseen">{t('now', { time })}</span>
      <span className={classes.nowKnot} aria-hidden />
      <span className={classes.nowRule} aria-hidden />
    </div>
  );
}
