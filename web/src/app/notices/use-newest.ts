import { useInfiniteQuery } from '@tanstack/react-query';
import { noticesQuery, type NoticeFilter } from './notices.ts';

/** When the newest notice came that the person has before them. */
export const useNewest = (filter: NoticeFilter): string | undefined =>
  useInfiniteQuery(noticesQuery(filter)).data?.pages[0]?.items[0]?.at;
