import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowNarrowUp, IconArrowUp, IconX } from '@tabler/icons-react';
import type { ScreenObject } from '#web/api/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { isSortable } from '../column-field.ts';
import { mostTerms, readSort, writeSort, type SortTerm } from '../sort-terms.ts';
import { FieldChoice } from './field-choice.tsx';
import { toolbarWords } from './toolbar.words.ts';
import classes from './toolbar.module.css';

interface Props {
  object: ScreenObject;
  sort: string | undefined;
  onChange(sort: string | undefined): void;
}

const icon = { size: 16, stroke: 1.7 };

/** Orders one after the other: each turned, moved up, taken away; a new one is chosen beneath. */
export function SortPanel({ object, sort, onChange }: Props) {
  const t = useWords(toolbarWords);
  const label = useLabel();
  const terms = readSort(sort).filter(({ key }) => object.field.has(key));
  const labelOf = (key: string) => label(object.field.get(key)?.label ?? key);
  const set = (next: readonly SortTerm[]) => onChange(writeSort(next));
  const rest = object.fields.filter(
    (field) => isSortable({ field }) && !terms.some(({ key }) => key === field.key),
  );
  return (
    <>
      {terms.length === 0 && <p className={classes.heading}>{t('sortNone')}</p>}
      {terms.map(({ key, descending }, at) => (
        <div key={key} className={classes.line}>
          <span className={classes.name}>{labelOf(key)}</span>
          <button
            type="button"
            className={classes.tool}
            onClick={() => set(terms.with(at, { key, descending: !descending }))}
          >
            {descending ? <IconArrowDown {...icon} /> : <IconArrowUp {...icon} />}
            {t(descending ? 'falling' : 'rising')}
          </button>
          <ActionIcon
            aria-label={t('up', { name: labelOf(key) })}
            disabled={at === 0}
            onClick={() => set(raised(terms, at))}
          >
            <IconArrowNarrowUp {...icon} />
          </ActionIcon>
          <ActionIcon
            aria-label={t('takeAway', { name: labelOf(key) })}
            onClick={() => set(terms.toSpliced(at, 1))}
          >
            <IconX {...icon} />
          </ActionIcon>
        </div>
      ))}
      {terms.length < mostTerms && (
        <>
          <p className={classes.heading}>{t('addSort')}</p>
          <FieldChoice
            fields={rest}
            onChoose={({ key }) => set([...terms, { key, descending: false }])}
          />
        </>
      )}
    </>
  );
}

const raised = (terms: readonly SortTerm[], at: number): SortTerm[] => {
  const term = terms[at];
  return term && at > 0 ? terms.toSpliced(at, 1).toSpliced(at - 1, 0, term) : [...terms];
};
