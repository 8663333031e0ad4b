import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useMemo } from 'react';
import type { Filter } from '#shared/filter.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { useWords } from '#web/words/language.tsx';
import { useModel } from '../model.ts';
import { AddFilter } from './add-filter.tsx';
import { isWhole } from './complete.ts';
import { filterWords } from './filter.words.ts';
import { findPath } from './paths.ts';
import { newGroup, readFilter, writeFilter, type Group } from './tree/filter-tree.ts';
import classes from './filter.module.css';

const FilterChips = lazy(async () => ({
  default: (await import('./filter-chips.tsx')).FilterChips,
}));
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
  const isPhone = useMediaQuery('(max-width: 720px)', undefined, {
    getInitialValueInEffect: false,
  });
  const root = useMemo(() => readFilter(where), [where]);
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
      {root.nodes.length > 0 && (
        <Suspense fallback={null}>
          <FilterChips object={object} where={where} root={root} onChange={change} />
        </Suspense>
      )}
      <AddFilter object={object} root={root} onChange={change} />
    </div>
  );
}
