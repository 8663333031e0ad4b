import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ScreenField } from '#web/api/model.ts';
import { aggregateQuery, type keys } from '#web/api/queries.ts';
import type { AggregateAnswer, ListQuery } from '#web/api/records.ts';
import { useLanguage } from '#web/words/language.tsx';
import { conditionOf, orderGroups, type Bucket } from './groups.ts';
import { learn, noPages, recordsOf, startOf, type Known } from './known-pages.ts';
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
  const groupBy = [{ field: field?.key ?? '', ...(bucket && { bucket }) }];
  const asked = JSON.stringify(groupBy);
  const { data, error, refetch } = useQuery({
    ...aggregateQuery(path, {
      where: query.where,
      q: query.q,
      groupBy,
      measures: measuresOf(added),
    }),
    // Of the same grouping only: another's values would be taken for this one's.
    placeholderData: (before, query) => (groupOf(query?.queryKey) === asked ? before : undefined),
    enabled: field !== undefined,
  });
  const names = added.join();
  const groups = useMemo(
    () => (data && field ? orderGroups(readGroups(data, names), field) : []),
    [data, field, names],
  );
  const laid = layGroups(groups, isFolded, shown);
  const mark = JSON.stringify([path, query, field?.key, bucket]);
  const [memory, setMemory] = useState<Memory>({ mark, groups: new Map() });
  const before = memory.mark === mark ? memory.groups : nothing;
  const wanted = pagesInSight(laid, first, last, groupPage).filter(
    ({ group, page }) => page < (before.get(group.id) ?? noPages()).starts.length,
  );
  const results = useQueries({
    queries: wanted.map(({ group, page }) => {
      const inGroup = field && conditionOf(field, bucket, group.value, timeZone);
      const where = both(query.where, inGroup);
      const start = startOf(before.get(group.id) ?? noPages(), page, groupPage);
      return pageQuery(path, { ...query, where, limit: groupPage }, start);
    }),
  });
  const learned = results.reduce((known, { data: page }, i) => {
    const at = wanted[i];
    if (!page || !at) return known;
    const old = known.get(at.group.id) ?? noPages();
    const next = learn(old, at.page, page);
    return next === old ? known : new Map(known).set(at.group.id, next);
  }, before);
  // A page further down its group can be asked for once the one before has come.
  if (learned !== before) setMemory({ mark, groups: learned });

  const failed = results.find(({ isError }) => isError);
  return {
    rows: {
      count: laid.count,
      at: (index) => laid.at(index, (group, place) => recordAt(learned.get(group.id), place)),
      records: () => groups.flatMap(({ id }) => recordsOf(learned.get(id) ?? noPages())),
    },
    isComplete: data?.complete ?? true,
    error: error ?? failed?.error ?? null,
    again: () => void (error ? refetch() : failed?.refetch()),
  };
}

interface Memory {
  mark: string;
  groups: ReadonlyMap<string, Known>;
}
const nothing: Memory['groups'] = new Map();

const groupOf = (key: ReturnType<typeof keys.aggregate> | undefined) =>
  JSON.stringify(key?.[3].groupBy);

const recordAt = (known: Known | undefined, place: number) =>
  known?.pages[Math.floor(place / groupPage)]?.items[place % groupPage];

const readGroups = (data: AggregateAnswer, names: string): Group[] =>
  data.groups.map(({ keys: [value], values }) => ({
    id: JSON.stringify(value ?? null),
    value: value ?? null,
    ...readMeasures(names === '' ? [] : names.split(','), values),
  }));
