import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Notice } from '#shared/notices.ts';
import type { NotificationEvent } from '#shared/personal.ts';
import { keys } from '#web/api/queries.ts';
import { get } from '#web/api/request.ts';

export interface Unread {
  total: number;
  kinds: Partial<Record<NotificationEvent, number>>;
}

export interface NoticePage {
  items: Notice[];
  nextCursor: string | null;
}

/** What is shown of them: all, what is not read, or one kind. */
export type NoticeFilter = 'all' | 'unread' | NotificationEvent;

export const unreadQuery = queryOptions({
  queryKey: [...keys.notices, 'unread'],
  queryFn: ({ signal }) => get<Unread>('/api/v1/notices/unread', signal),
  staleTime: 60_000,
});

export const noticesQuery = (filter: NoticeFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.notices, 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      get<NoticePage>(`/api/v1/notices?${searchOf(filter, pageParam)}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }: NoticePage) => nextCursor ?? undefined,
    staleTime: 15_000,
  });

function searchOf(filter: NoticeFilter, cursor: string | undefined): string {
  const search = new URLSearchParams();
  if (filter === 'unread') search.set('unread', 'true');
  else if (filter !== 'all') search.set('kind', filter);
  if (cursor !== undefined) search.set('cursor', cursor);
  return search.toString();
}
