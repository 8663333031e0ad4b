import type { RefObject } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import type { FieldProblem } from '#web/api/problem.ts';
import { Note } from '#web/ui/note.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { formWords } from './form.words.ts';
import classes from './record-form.module.css';

interface Props {
  object: ScreenObject;
  errors: readonly FieldProblem[];
  box: RefObject<HTMLElement | null>;
}

/** All that is wrong, above the fields; each leads to its field. */
export function FormErrors({ object, errors, box }: Props) {
  const t = useWords(formWords);
  const label = useLabel();
  const focus = (key: string) =>
    box.current
      ?.querySelector<HTMLElement>(`[data-field="${CSS.escape(key)}"] :is(input, textarea, button)`)
      ?.focus();
  return (
    <div data-problems tabIndex={-1} className={classes.problems}>
      <Note tone="bad">
        <p>{t('errors', { count: errors.length })}</p>
        <ul className={classes.errors}>
          {errors.map(({ path, message }) => {
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
    </div>
  );
}
