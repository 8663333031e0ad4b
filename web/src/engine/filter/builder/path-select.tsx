import { Select } from '@mantine/core';
import { useMemo } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { inSentence } from '../../list/in-sentence.ts';
import { useModel } from '../../model.ts';
import { pathText } from '../filter-words.ts';
import { filterWords } from '../filter.words.ts';
import { findPath, pathsOf, pathsThrough, relationsOf, type FieldPath } from '../paths.ts';

interface Props {
  object: ScreenObject;
  path: FieldPath | undefined;
  onChange(path: FieldPath): void;
  autoFocus: boolean;
}

/** The field of a condition, own or of a related record, found without accents. */
export function PathSelect({ object, path, onChange, autoFocus }: Props) {
  const t = useWords(filterWords);
  const label = useLabel();
  const model = useModel();
  const { language } = useLanguage();
  const data = useMemo(() => {
    const items = (paths: readonly FieldPath[]) =>
      paths.map((each) => ({ value: each.path, label: pathText(each, language) }));
    return [
      { group: label(object.label), items: items(pathsOf(object, model)) },
      ...relationsOf(object, model).map((relation) => ({
        group: t('fieldsOf', { name: inSentence(label(relation.label)) }),
        items: items(pathsThrough(relation, object, model)),
      })),
    ];
  }, [object, model, language, label, t]);
  return (
    <Select
      aria-label={t('fields')}
      placeholder={t('findField')}
      data={data}
      value={path?.path ?? null}
      searchable
      allowDeselect={false}
      autoFocus={autoFocus}
      nothingFoundMessage={t('nothingFound')}
      onChange={(chosen) => {
        const next = chosen === null ? undefined : findPath(chosen, object, model);
        if (next) onChange(next);
      }}
    />
  );
}
