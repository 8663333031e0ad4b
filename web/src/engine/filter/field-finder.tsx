import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { inSentence } from '../list/in-sentence.ts';
import { useModel } from '../model.ts';
import { pathText } from './filter-words.ts';
import { filterWords } from './filter.words.ts';
import { findFields, findValues, type FoundValue } from './find-fields.ts';
import { pathsOf, pathsThrough, relationsOf, type FieldPath } from './paths.ts';
import { useValueSources } from './use-value-sources.ts';
import classes from './filter.module.css';

interface Props {
  object: ScreenObject;
  onField(path: FieldPath): void;
  onValue(found: FoundValue): void;
}

/** Fields of an object and of what it leads to, and values of them, found by a few letters without accents. */
export function FieldFinder({ object, onField, onValue }: Props) {
  const t = useWords(filterWords);
  const label = useLabel();
  const { language } = useLanguage();
  const model = useModel();
  const [words, setWords] = useState('');
  const [through, setThrough] = useState<ScreenField | null>(null);
  const own = useMemo(() => pathsOf(object, model), [object, model]);
  const relations = useMemo(() => relationsOf(object, model), [object, model]);
  const far = useMemo(
    () => relations.flatMap((relation) => pathsThrough(relation, object, model)),
    [relations, object, model],
  );
  const sources = useValueSources(own, words);
  const combobox = useCombobox({ opened: true });

  const near = through ? far.filter(({ via }) => via?.key === through.key) : own;
  const isSearch = words.trim() !== '';
  const often = object.list.flatMap((key) => own.filter(({ path }) => path === key));
  const sections = isSearch
    ? [
        { name: t('values'), values: through ? [] : findValues(own, words, sources, language) },
        {
          name: t('fields'),
          paths: findFields(through ? near : [...own, ...far], words, language).slice(0, 40),
        },
      ]
    : through
      ? [{ name: t('fieldsOf', { name: inSentence(label(through.label)) }), paths: near }]
      : [
          { name: t('often'), paths: often },
          { name: t('otherFields'), paths: own.filter((path) => !often.includes(path)) },
        ];
  const pathBy = new Map([...own, ...far].map((path) => [path.path, path]));
  const values = sections.flatMap((section) => section.values ?? []);

  const submit = (key: string) => {
    const [sort, ...rest] = key.split(':');
    const name = rest.join(':');
    if (sort === 'value') {
      const found = values[Number(name)];
      if (found) onValue(found);
    } else if (sort === 'through') {
      setThrough(relations.find((relation) => relation.key === name) ?? null);
      setWords('');
    } else {
      const path = pathBy.get(name);
      if (path) onField(path);
    }
  };
  const isEmpty = sections.every(
    ({ paths = [], values: some = [] }) => paths.length + some.length === 0,
  );
  return (
    <Combobox store={combobox} onOptionSubmit={submit}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          aria-label={t('find')}
          placeholder={t('find')}
          value={words}
          data-finder
          data-autofocus
          autoFocus
          onChange={(event) => {
            setWords(event.currentTarget.value);
            // Enter takes the best one.
            requestAnimationFrame(() => combobox.selectFirstOption());
          }}
          onKeyDown={(event) => {
            if (event.key === 'Backspace' && words === '' && through) setThrough(null);
          }}
        />
      </Combobox.EventsTarget>
      <Combobox.Options className={classes.found} aria-label={t('fields')}>
        {sections.map(({ name, paths = [], values: some = [] }) => (
          <Combobox.Group key={name} label={name}>
            {some.map((found, i) => (
              <Combobox.Option key={i} value={`value:${i}`} className={classes.meant}>
                <span>{found.text}</span>
                <span className={classes.of}>{pathText(found.path, language)}</span>
              </Combobox.Option>
            ))}
            {paths.map((path) => (
              <Combobox.Option key={path.path} value={`path:${path.path}`}>
                <span className={classes.cut}>{pathText(path, language)}</span>
              </Combobox.Option>
            ))}
          </Combobox.Group>
        ))}
        {!isSearch &&
          !through &&
          relations.map((relation) => (
            <Combobox.Option
              key={relation.key}
              value={`through:${relation.key}`}
              className={classes.value}
            >
              <span className={classes.cut}>
                {t('fieldsOf', { name: inSentence(label(relation.label)) })}
              </span>
              <IconChevronRight size={14} stroke={1.7} aria-hidden />
            </Combobox.Option>
          ))}
        {isEmpty && <Combobox.Empty>{t('nothingFound')}</Combobox.Empty>}
      </Combobox.Options>
    </Combobox>
  );
}
