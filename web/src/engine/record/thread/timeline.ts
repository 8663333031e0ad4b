import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Reactions } from '#shared/reactions.ts';
import { keys } from '#web/api/queries.ts';
import type { RecordData, Reference } from '#web/api/records.ts';
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

export interface ChangeEntry extends HistoryEntry {
  kind: 'change';
  /** What it happened to: the record of the page, or one that belongs to it. */
  record: Reference & { object: string };
}

/** A record of an object that stands in threads: a call, a note, a reply. */
export interface RecordEntry {
  kind: 'record';
  object: string;
  id: string;
  /** Null: it has no time yet. */
  at: string | null;
  values: RecordData;
  /** When what was written in it was changed last. */
  edited: string | null;
  reactions: Reactions[];
  /** The newest few, the oldest of them first. */
  replies: { items: RecordEntry[]; total: number };
}

export type TimelineEntry = ChangeEntry | RecordEntry;

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export interface TimelinePage extends Page<TimelineEntry> {
  /** On the first page. */
  upcoming: RecordEntry[];
  moreUpcoming: boolean;
  pinned: RecordEntry[];
}

interface Asked {
  what: 'timeline' | 'history';
  limit: number;
  show?: string | undefined;
}

const around = <P extends Page<unknown>>(path: string, id: string, { what, limit, show }: Asked) =>
  infiniteQueryOptions({
    queryKey: [...keys.around(path, id, what), ...(show === undefined ? [] : [show])],
    queryFn: ({ pageParam, signal }) =>
      get<P>(address(`${path}/${id}/${what}`, { cursor: pageParam, limit, show }), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    staleTime: 10_000,
  });

/** What happened around a record, newest first; `show`: all, `changes`, `files`, or a sort of an object. */
export const timelineQuery = (path: string, id: string, show?: string) =>
  around<TimelinePage>(path, id, { what: 'timeline', limit: 40, show });

/** What was changed of the record itself. */
export const historyQuery = (path: string, id: string) =>
  around<Page<HistoryEntry>>(path, id, { what: 'history', limit: 50 });
