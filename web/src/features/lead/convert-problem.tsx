import { isProblem } from '#web/api/problem.ts';
import { Note } from '#web/ui/note.tsx';
import { useWords } from '#web/words/language.tsx';
import classes from './convert-lead.module.css';
import { leadWords } from './lead.words.ts';

/** Why it was not converted, all at once. */
export function ConvertProblem({ error }: { error: Error }) {
  const t = useWords(leadWords);
  const errors = isProblem(error) ? error.errors : [];
  const text = isProblem(error, 'offline')
    ? t('offline')
    : isProblem(error, 'stale')
      ? t('stale')
      : isProblem(error, 'conflict')
        ? t('already')
        : error.message;
  return (
    <Note tone="bad">
      <p>{text}</p>
      {!isProblem(error, 'conflict') && errors.length > 0 && (
        <ul className={classes.errors}>
          {errors.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      )}
    </Note>
  );
}
