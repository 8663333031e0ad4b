import { useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { CopyText } from '#web/ui/copy-text.tsx';
import { Note } from '#web/ui/note.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { fieldView } from '../fields/index.ts';
import { formWords } from './form.words.ts';
import classes from './record-form.module.css';

interface Props {
  /** As it was when the form opened: it still knows the names. */
  object: ScreenObject;
  /** What cannot be saved, by field. */
  lost: readonly [string, unknown][];
}

/** An administrator took fields away while they were being filled: what was typed can be copied. */
export function LostFields({ object, lost }: Props) {
  const t = useWords(formWords);
  const label = useLabel();
  const { language, timeZone } = useLanguage();
  const [first] = useState(object);
  if (lost.length === 0) return null;
  const lines = lost.map(([key, value]) => {
    const field = first.field.get(key);
    const text = field ? fieldView(field).toText(value, field, language, timeZone) : '';
    return `${field ? label(field.label) : key}: ${text || String(value)}`;
  });
  return (
    <div data-problems tabIndex={-1} className={classes.problems}>
      <Note
        tone="warn"
        action={
          <CopyText text={lines.join('\n')} label={t('copy')} variant="default" size="compact-sm" />
        }
      >
        <p>{t('lost')}</p>
        <ul className={classes.errors}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Note>
    </div>
  );
}
