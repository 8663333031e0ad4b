import { Button, Collapse, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Label } from '#shared/define.ts';
import { useWords } from '#web/words/language.tsx';
import { objectsWords } from './objects.words.ts';
import classes from './field-panel.module.css';

/** What follows from the names of a new object as long as nobody says otherwise. */
export interface Details extends Label {
  key: string;
  path: string;
}

interface Props {
  details: Details;
  names: Label;
  errors: { key: string | undefined; path: string | undefined };
  onChange(change: Partial<Details>): void;
}

/** Plurals, key and path: folded away as long as nothing is wrong with them. */
export function NameDetails({ details, names, errors, onChange }: Props) {
  const t = useWords(objectsWords);
  const [isAsked, setAsked] = useState(false);
  // What is folded away would not be seen.
  const isOpen = isAsked || errors.key !== undefined || errors.path !== undefined;
  const box = (
    name: keyof Details,
    words: 'pluralVi' | 'pluralEn' | 'key' | 'path',
    more: { placeholder?: string; description?: string; error?: string | undefined },
  ) => (
    <TextInput
      label={t(words)}
      value={details[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      {...more}
    />
  );
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        className={classes.more ?? ''}
        data-flush
        aria-expanded={isOpen}
        onClick={() => setAsked(!isAsked)}
      >
        {t(isOpen ? 'less' : 'more')}
      </Button>
      <Collapse expanded={isOpen}>
        <div className={classes.pair}>
          {box('vi', 'pluralVi', { placeholder: names.vi })}
          {box('en', 'pluralEn', { placeholder: names.en })}
          {box('key', 'key', { description: t('keyHint'), error: errors.key })}
          {box('path', 'path', { description: t('pathHint'), error: errors.path })}
        </div>
      </Collapse>
    </>
  );
}
