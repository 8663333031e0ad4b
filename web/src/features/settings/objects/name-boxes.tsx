import { TextInput } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import type { Label } from '#shared/define.ts';
import { useWords } from '#web/words/language.tsx';
import { objectsWords } from './objects.words.ts';
import classes from './field-panel.module.css';

interface Props {
  value: Label;
  errors: Partial<Record<keyof Label, ReactNode>>;
  first?: Ref<HTMLInputElement>;
  onChange(name: Label): void;
}

/** What a new thing is called in both languages; one of them is enough. */
export function NameBoxes({ value, errors, first, onChange }: Props) {
  const t = useWords(objectsWords);
  const { vi, en } = value;
  return (
    <div className={classes.pair}>
      <TextInput
        label={t('labelVi')}
        ref={first}
        data-autofocus
        value={vi}
        error={errors.vi}
        onChange={(event) => onChange({ vi: event.currentTarget.value, en })}
      />
      <TextInput
        label={t('labelEn')}
        placeholder={vi}
        value={en}
        error={errors.en}
        onChange={(event) => onChange({ vi, en: event.currentTarget.value })}
      />
    </div>
  );
}
