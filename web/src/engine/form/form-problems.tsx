import type { RefObject } from 'react';
import type { Problem } from '#web/api/problem.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { Note } from '#web/ui/note.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { formWords } from './form.words.ts';
import classes from './record-form.module.css';

interface Props {
  object: ScreenObject;
  problem: Problem | null;
  box: RefObject<HTMLFormElement | null>;
}

/** All that is wrong, above the fields; each leads to its field. */
export function FormProblems({ object, problem, box }: Props) {
  const t = useWords(formWords);
  const label = useLabel();
  if (!problem || problem.code === 'stale' || Array.isArray(problem.body['matches'])) return null;
  if (problem.errors.length === 0)
    return (
      <Note tone="bad">
        {problem.code === 'offline'
          ? t('offline')
          : problem.code === 'notFound'
            ? t('gone')
            : problem.message}
      </Note>
    );
  const focus = (key: string) =>
    box.current
      ?.querySelector<HTMLElement>(`[data-field="${CSS.escape(key)}"] :is(input, textarea, button)`)
      ?.focus();
  return (
    <Note tone="bad">
      <p>{t('errors', { count: problem.errors.length })}</p>
      <ul className={classes.errors}>
        {problem.errors.map(({ path, message }) => {
          const [key = ''] = path.split('.');
          const field = object.field.get(key);
          return (
            <li key={path}>
              {field ? (
                <button type="button" className={classes.error} onClick={() => focus(key)}>
                  {label(field.label)}
                </button>
              ) : (
                key
              )}
              : {message}
            </li>
          );
        })}
      </ul>
    </Note>
  );
}
