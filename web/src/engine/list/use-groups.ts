import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useReducer, useRef } from 'react';
import type { ScreenField } from '#web/api/model.ts';
import { aggregateQuery } from '#web/api/queries.ts';
import type { AggregateAnswer, ListQuery } from '#web/api/records.ts';
import { useLanguage } from '#web/words/language.tsx';
import { conditionOf, orderGroups, type Bucket } from './groups.ts';
import { learn, noPages, type Known } from './known-pages.ts';
import { layGroups, pagesInSight } from './lay-groups.ts';
import { both } from './query-of.ts';
import type { Group, Rows } from './table/rows.ts';
import type { Folding } from './use-folding.ts';
import { pageQuery } from './use-pages.ts';
import { measuresOf, readMeasures } from './use-totals.ts';

/** Rows of a group asked at a time. */
const groupPage = 25;

interface Asked {
  path: string;
  query: ListQuery;
  /** Without one, nothing is asked. */
  field?: ScreenField | undefined;
  bucket?: Bucket | undefined;
  /** Columns with sums. */
  added: readonly string[];
}

export interface Grouped {
  rows: Rows;
  isComplete: boolean;
  error: Error | null;
  again(): void;
}

/** The records of a list under the values of a field; rows of a group are asked when the group comes in sight. */
export function useGroups(
  { path, query, field, bucket, added }: Asked,
  { isFolded, shown }: Folding,
  { first, last }: { first: number; last: number },
): Grouped {
  const { timeZone } = useLanguage();
  const { data, error, refetch } = useQuery({
    ...aggregateQuery(path, {
      where: query.where,
      q: query.q,
      groupBy: [{ field: field?.key ?? '', ...(bucket && { bucket }) }],
      measures: measuresOf(added),
    }),
    placeholderData: keepPreviousData,
    enabled: field !== undefined,
  });
  const groups = useMemo(
    () => (data && field ? orderGroups(readGroups(data, added), field) : []),
    // The names of the columns are what counts, not the list they stand in.
    [data, field, added.join()],
  );
  const laid = layGroups(groups, isFolded, shown);
  const memory = useMemory(JSON.stringify([path, query, field?.key, bucket]));
  const wanted = pagesInSight(laid, first, last, groupPage).flatMap(({ group, page }) => {
    const known = memory.get(group.id) ?? noPages();
    memory.set(group.id, known);
    return page < known.cursors.length ? [{ group, page, known }] : [];
  });
  const results = useQueries({
    queries: wanted.map(({ group, page, known }) => {
      const inGroup = field && conditionOf(field, bucket, group.value, timeZone);
      const where = both(query.where, inGroup);
      return pageQuery(path, { ...query, where, limit: groupPage }, known.cursors[page]);
    }),
  });
  const [, step] = useReducer((count: number) => count + 1, 0);
  let learned = '';
  results.forEach(({ data: page }, i) => {
    const at = wanted[i];
    if (!page || !at) return;
    learn(at.known, at.page, page);
    learned += `${at.group.id}:${at.known.cursors.length} `;
  });
  // A page further down its group can be asked for once the one before has come.
  useEffect(step, [learned, step]);

  const failed = results.find(({ isError }) => isError);
  return {
    rows: {
      count: laid.count,
      at: (index) => laid.at(index, (group, place) => recordAt(memory.get(group.id), place)),
      records: () =>
        groups.flatMap(
          ({ id }) => memory.get(id)?.pages.flatMap((page) => page?.items ?? []) ?? [],
        ),
    },
    isComplete: data?.complete ?? true,
    error: error ?? failed?.error ?? null,
    again: () => void (error ? refetch() : failed?.refetch()),
  };
}

const recordAt = (known: Known | undefined, place: number) =>
  known?.pages[Math.floor(place / groupPage)]?.items[place % groupPage];

function useMemory(mark: string): Map<string, Known> {
  const memory = useRef<{ mark: string; groups: Map<string, Known> }>(undefined);
  if (memory.current?.mark !== mark) memory.current = { mark, groups: new Map() };
  return memory.current.groups;
}

const readGroups = (data: AggregateAnswer, added: readonly string[]): Group[] =>
  data.groups.map(({ keys: [value], values }) => ({
    id: JSON.stringify(value ?? null),
    value: value ?? null,
    ...readMeasures(added, values),
  }));
