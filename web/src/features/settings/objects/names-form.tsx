import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { fieldError } from '../use-tell.ts';
import { useObjectChange, type ObjectSetting } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import classes from './objects.module.css';

export function NamesForm({ object }: { object: ObjectSetting }) {
  const t = useWords(objectsWords);
  const [names, setNames] = useState({ label: object.label, pluralLabel: object.pluralLabel });
  const save = useObjectChange(() => notify({ tone: 'ok', text: t('saved') }));
  const box = (
    name: 'label' | 'pluralLabel',
    language: 'vi' | 'en',
    word: 'labelVi' | 'labelEn' | 'pluralVi' | 'pluralEn',
  ) => (
    <TextInput
      label={t(word)}
      value={names[name][language]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setNames((before) => ({ ...before, [name]: { ...before[name], [language]: value } }));
      }}
      error={fieldError(save.error, `${name}.${language}`)}
    />
  );
  return (
    <form
      className={classes.pair}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ method: 'PATCH', path: `/${object.key}`, body: names });
      }}
    >
      {box('label', 'vi', 'labelVi')}
      {box('label', 'en', 'labelEn')}
      {box('pluralLabel', 'vi', 'pluralVi')}
      {box('pluralLabel', 'en', 'pluralEn')}
      <div>
        <Button type="submit" variant="default" loading={save.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
