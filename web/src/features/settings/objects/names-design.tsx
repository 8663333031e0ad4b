import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLabel, useWords } from '#web/words/language.tsx';
import { fieldError } from '../use-tell.ts';
import { kindsQuery } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import type { Design } from './use-design.ts';
import classes from './field-panel.module.css';

/** What the object is called, and which of its fields stands for a record. */
export function NamesDesign({ design }: { design: Design }) {
  const t = useWords(objectsWords);
  const label = useLabel();
  const { data: kinds } = useQuery(kindsQuery);
  const { now, setting, sayOfObject, problem } = design;
  const box = (
    name: 'label' | 'pluralLabel',
    language: 'vi' | 'en',
    word: 'labelVi' | 'labelEn' | 'pluralVi' | 'pluralEn',
  ) => (
    <TextInput
      label={t(word)}
      value={now[name][language]}
      error={fieldError(problem, `object.${name}.${language}`)}
      onChange={(event) =>
        sayOfObject({ [name]: { ...now[name], [language]: event.currentTarget.value } })
      }
    />
  );
  const titles = new Set(kinds?.filter(({ can }) => can.title).map(({ kind }) => kind));
  return (
    <div className={classes.form}>
      <div className={classes.pair}>
        {box('label', 'vi', 'labelVi')}
        {box('label', 'en', 'labelEn')}
        {box('pluralLabel', 'vi', 'pluralVi')}
        {box('pluralLabel', 'en', 'pluralEn')}
      </div>
      {setting.custom && (
        <Select
          label={t('titleField')}
          description={t('titleFieldText')}
          data={now.fields
            .filter(({ kind }) => titles.has(kind))
            .map(({ key, label: name }) => ({ value: key, label: label(name) }))}
          value={now.title}
          allowDeselect={false}
          onChange={(title) => {
            if (title !== null) sayOfObject({ title });
          }}
          error={fieldError(problem, 'object.title')}
        />
      )}
      <p className={classes.key}>{t('keyAndPath', { key: setting.key, path: setting.path })}</p>
    </div>
  );
}
