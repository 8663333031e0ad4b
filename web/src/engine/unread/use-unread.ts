import { queryOptions, useQuery } from '@tanstack/react-query';
import { keys } from '#web/api/queries.ts';
import { address, get } from '#web/api/request.ts';

export interface Unread {
  id: string;
  /** A hundred stands for more than that. */
  count: number;
  /** Up to where it was read; null for never. */
  readTo: string | null;
}

export const unreadQuery = (path: string) =>
  queryOptions({
    queryKey: [...keys.unread, path],
    queryFn: ({ signal }) => get<{ items: Unread[] }>(address(`${path}/unread`), signal),
    staleTime: 30_000,
  });

const nothing: readonly Unread[] = [];

/** What of an object is unread, by record; nothing while that is not known. */
export const useUnread = (path: string): readonly Unread[] =>
  useQuery(unreadQuery(path)).data?.items ?? nothing;

export const countText = (count: number): string => (count > 99 ? '99+' : String(count));
