import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Reference } from '#web/api/records.ts';
import { address, get } from '#web/api/request.ts';

export interface HistoryFilter {
  kind?: string | undefined;
  object?: string | undefined;
  actor?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export interface HistoryLine {
  id: number;
  at: string;
  kind: 'record' | 'setting' | 'people';
  action: string;
  actor: Reference | null;
  changes: Record<string, [unknown, unknown]>;
  record: { object: string; id: string; title: string | null };
  setting?: { object: string; field: string | null };
}

interface Page {
  items: HistoryLine[];
  nextCursor: string | null;
}

export const historyQuery = (filter: HistoryFilter) =>
  infiniteQueryOptions({
    queryKey: ['history', filter],
    queryFn: ({ pageParam, signal }) =>
      get<Page>(address('history', { ...filter, cursor: pageParam, limit: 50 }), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }: Page) => nextCursor ?? undefined,
  });
