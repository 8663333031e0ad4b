import { Mark } from '#web/ui/mark.tsx';
import { useWords } from '#web/words/language.tsx';
import { appWords } from './app.words.ts';
import classes from './opening.module.css';

/** While nothing is there yet and the server takes its time: a white page would tell nobody what is wrong. */
export function Opening() {
  const t = useWords(appWords);
  return (
    <p className={classes.opening} role="status">
      <Mark size={32} />
      {t('opening')}
    </p>
  );
}
