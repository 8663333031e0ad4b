import { useLeftToday } from '#web/features/plan/use-left-today.ts';
import { useWords } from '#web/words/language.tsx';
import classes from './nav-bar.module.css';
import { shellWords } from './shell.words.ts';

/** What is still to do today, beside the name of the page. */
export function LeftToday() {
  const t = useWords(shellWords);
  const count = useLeftToday();
  if (count === 0) return null;
  return (
    <span className={classes.count}>
      <span aria-hidden>{count}</span>
      <span className="unseen">{t('leftToday', { count })}</span>
    </span>
  );
}
