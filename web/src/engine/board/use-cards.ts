import { useInfiniteQuery } from '@tanstack/react-query';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import { listQuery } from '#web/api/queries.ts';
import type { ListQuery, RecordData } from '#web/api/records.ts';
import { useLanguage } from '#web/words/language.tsx';
import { conditionOf } from '../list/groups.ts';
import { both, knownSort } from '../list/query-of.ts';
import type { ListState } from '../list/list-params.ts';
import type { Column } from './board-columns.ts';

export const cardPage = 25;

/** The records of one column, a page after the other. */
export function useCards(
  object: ScreenObject,
  state: Pick<ListState, 'where' | 'q' | 'sort'>,
  { field, fields }: { field: ScreenField; fields: readonly string[] },
  column: Column,
  isOpen: boolean,
) {
  const { timeZone } = useLanguage();
  const query: ListQuery = {
    where: both(state.where, conditionOf(field, undefined, column.value, timeZone)),
    q: state.q,
    sort: knownSort(object, state.sort),
    fields,
    limit: cardPage,
  };
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    { ...listQuery(object.path, query), enabled: isOpen && column.count > 0 },
  );
  const loaded: RecordData[] = data?.pages.flatMap(({ items }) => items) ?? [];
  return {
    loaded,
    isLoading: data === undefined && column.count > 0 && error === null,
    error,
    again: () => void refetch(),
    hasMore: hasNextPage,
    more: () => {
      if (!isFetchingNextPage) void fetchNextPage();
    },
  };
}
