import { infiniteQueryOptions } from '@tanstack/react-query';
import { keys } from '#web/api/queries.ts';
import type { Reference } from '#web/api/records.ts';
import { address, get } from '#web/api/request.ts';

/** Per field: before and after, as records show values; `$file` and `$share` are no fields. */
export type Changes = Readonly<Record<string, readonly [unknown, unknown]>>;

export interface HistoryEntry {
  id: number;
  at: string;
  version: number;
  action: string;
  actor: Reference | null;
  /** Why the system did it, or through which key or import a member did. */
  reason: string | null;
  changes: Changes;
  merge?: { id: string; merged: readonly Reference[]; sources: Readonly<Record<string, string>> };
}

export interface TimelineEntry extends HistoryEntry {
  /** Of entries other than changes: what it is, see knot-kinds.ts. */
  kind?: string;
  /** What it happened to: the record of the page, or one that belongs to it. */
  record: Reference & { object: string };
}

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

const around = <T>(path: string, id: string, what: 'timeline' | 'history', limit: number) =>
  infiniteQueryOptions({
    queryKey: keys.around(path, id, what),
    queryFn: ({ pageParam, signal }) =>
      get<Page<T>>(address(`${path}/${id}/${what}`, { cursor: pageParam, limit }), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    staleTime: 10_000,
  });

/** What happened around a record, newest first. */
export const timelineQuery = (path: string, id: string) =>
  around<TimelineEntry>(path, id, 'timeline', 40);

/** What was changed of the record itself. */
export const historyQuery = (path: string, id: string) =>
  around<HistoryEntry>(path, id, 'history', 50);
