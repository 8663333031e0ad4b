import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { fold } from '#shared/locale/text.ts';
import type { ScreenField } from '#web/api/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { toolbarWords } from './toolbar.words.ts';
import classes from './toolbar.module.css';

interface Props {
  fields: readonly ScreenField[];
  chosen?: string | undefined;
  onChoose(field: ScreenField): void;
  /** Stands before the fields. */
  children?: ReactNode;
}

/** Fields to choose one from, found without accents. */
export function FieldChoice({ fields, chosen, onChoose, children }: Props) {
  const t = useWords(toolbarWords);
  const label = useLabel();
  const [words, setWords] = useState('');
  const found = fields.filter((field) => fold(label(field.label)).includes(fold(words)));
  return (
    <>
      <TextInput
        className={classes.find ?? ''}
        placeholder={t('searchField')}
        aria-label={t('searchField')}
        value={words}
        data-autofocus
        autoFocus
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key !== 'Enter' || !first) return;
          event.preventDefault();
          onChoose(first);
        }}
      />
      <div className={classes.found}>
        {words === '' && children}
        {found.map((field) => (
          <button
            key={field.key}
            type="button"
            className={`${classes.line} ${classes.choice}`}
            aria-pressed={field.key === chosen}
            onClick={() => onChoose(field)}
          >
            <span className={classes.name}>{label(field.label)}</span>
          </button>
        ))}
      </div>
      <p className={classes.nothing}>{t('noField')}</p>
    </>
  );
}
