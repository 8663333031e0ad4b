import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useMemo } from 'react';
import type { Filter } from '#shared/filter.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { useModel } from '../model.ts';
import { AddFilter } from './add-filter.tsx';
import { isWhole } from './complete.ts';
import { FilterChip } from './filter-chip.tsx';
import type { Sayer } from './filter-words.ts';
import { filterWords } from './filter.words.ts';
import { findPath } from './paths.ts';
import { changeNode, removeNode } from './tree/change-tree.ts';
import { newGroup, readFilter, writeFilter, type Group } from './tree/filter-tree.ts';
import { useNames } from './use-names.ts';
import classes from './filter.module.css';

const FilterSheet = lazy(async () => ({
  default: (await import('./filter-sheet.tsx')).FilterSheet,
}));

interface Props {
  object: ScreenObject;
  where: Filter | undefined;
  onChange(where: Filter | undefined): void;
}

/** The conditions of a list as chips that can be changed, and a button that adds one; on phones a sheet. */
export function FilterBar({ object, where, onChange }: Props) {
  const t = useWords(filterWords);
  const model = useModel();
  const { language, timeZone } = useLanguage();
  const names = useNames(where, object);
  const isPhone = useMediaQuery('(max-width: 720px)', undefined, {
    getInitialValueInEffect: false,
  });
  const root = useMemo(() => readFilter(where), [where]);
  const sayer: Sayer = { object, model, language, timeZone, names };
  const change = (next: Group) => {
    const whole = next.join === 'and' && !next.isNot ? next : newGroup('and', [next]);
    const written = writeFilter(whole, ({ field, op, value }) => {
      const path = findPath(field, object, model);
      return path !== undefined && isWhole(path, op, value);
    });
    if (JSON.stringify(written) !== JSON.stringify(where)) onChange(written);
  };
  if (isPhone)
    return (
      <Suspense fallback={null}>
        <FilterSheet object={object} root={root} onChange={change} />
      </Suspense>
    );
  return (
    <div role="group" aria-label={t('conditions')} className={classes.bar}>
      {root.nodes.map((node) => (
        <FilterChip
          key={node.id}
          object={object}
          node={node}
          sayer={sayer}
          onChange={(next) => change(changeNode(root, node.id, () => next))}
          onRemove={() => change(removeNode(root, node.id))}
        />
      ))}
      <AddFilter object={object} root={root} onChange={change} />
    </div>
  );
}
