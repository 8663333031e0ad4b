import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { documentsQuery, foldersQuery } from './documents.queries.ts';
import { toEntry, type Entry } from './entry.ts';
import type { Place } from './use-place.ts';

export interface EntryList {
  /** Folders first. */
  entries: readonly Entry[];
  isPending: boolean;
  isFailed: boolean;
  hasMore: boolean;
  more(): void;
  again(): void;
}

/** What lies in the folder that is shown, or what has the words that are searched. */
export function useEntries({ folder, q, sort }: Pick<Place, 'folder' | 'q' | 'sort'>): EntryList {
  const wanted = { folder, q: q.trim(), sort };
  const folders = useInfiniteQuery({ ...foldersQuery(wanted), placeholderData: keepPreviousData });
  const documents = useInfiniteQuery({
    ...documentsQuery(wanted),
    placeholderData: keepPreviousData,
  });
  const of = (kind: Entry['kind'], { data }: typeof folders) =>
    (data?.pages ?? []).flatMap(({ items }) => items.map((record) => toEntry(kind, record)));
  return {
    entries: [...of('folder', folders), ...of('document', documents)],
    isPending: folders.isPending || documents.isPending,
    isFailed: folders.isError || documents.isError,
    hasMore: folders.hasNextPage || documents.hasNextPage,
    more: () => void (folders.hasNextPage ? folders.fetchNextPage() : documents.fetchNextPage()),
    again: () => {
      void folders.refetch();
      void documents.refetch();
    },
  };
}
