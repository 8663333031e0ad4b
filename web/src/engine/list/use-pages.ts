import { queryOptions, useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { keys, queryRecords } from '#web/api/queries.ts';
import type { ListQuery, RecordData } from '#web/api/records.ts';
import type { Onward } from '../record/record-neighbours.ts';
import { around, learn, noPages, startOf, wholeRows, type Start } from './known-pages.ts';
import { pageSize } from './query-of.ts';

/** One page, by the cursor it begins at: what changes before it does not move it. */
export const pageQuery = (path: string, query: ListQuery, start: Start) =>
  queryOptions({
    queryKey: [...keys.records(path), 'page', query, start] as const,
    queryFn: ({ signal }) => queryRecords(path, { ...query, ...start }, signal),
    staleTime: 15_000,
  });

export interface Pages {
  /** The record in a row; undefined while it is on its way. */
  at(index: number): RecordData | undefined;
  /** Rows to draw, with room for a page that is yet to come. */
  rows: number;
  /** All that has come, one after the other. */
  loaded(): RecordData[];
  /** How the list goes on behind them. */
  onward(): Onward;
  /** The server said that there is nothing. */
  isEmpty: boolean;
  error: Error | null;
  again(): void;
}

/**
 * Records of a list as they are scrolled to, a page at a time from cursor to cursor. Only pages in sight are asked
 * again after a change, so a list of a million rows stays as cheap as a short one, and its scroll stays. Where it is
 * known how many rows there are, any page can be jumped to.
 */
export function usePages(
  path: string,
  query: ListQuery,
  { first, last }: { first: number; last: number },
  count?: number,
): Pages {
  const size = query.limit ?? pageSize;
  const mark = JSON.stringify([path, query]);
  const [memory, setMemory] = useState({ mark, known: noPages() });
  const known = memory.mark === mark ? memory.known : noPages();
  const atFirst = known.pages[0]?.total;
  const counted = count ?? (atFirst?.exact ? atFirst.value : 0);
  const furthest = Math.max(known.starts.length, Math.ceil(counted / size)) - 1;
  const from = Math.min(Math.floor(Math.max(first, 0) / size), furthest);
  const to = Math.min(Math.floor(Math.max(last, 0) / size), furthest);
  const results = useQueries({
    queries: pagesBetween(from, to).map((page) =>
      pageQuery(path, query, startOf(known, page, size)),
    ),
  });
  const learned = results.reduce(
    (before, { data }, i) =>
      data ? learn(before, from + i, data, startOf(known, from + i, size)) : before,
    known,
  );
  // The next page can be asked for only when the one before has said where it begins.
  if (learned !== known) setMemory({ mark, known: learned });

  const failed = results.find(({ isError }) => isError);
  // What was asked before stays in sight until the first answer to the new question.
  const shown = learned.pages.length > 0 ? learned : memory.known;
  const inSight = pagesBetween(from, to).find((page) => shown.pages[page]) ?? 0;
  const told = shown.pages[inSight]?.total;
  const whole = wholeRows(shown, size) ?? count ?? (told?.exact ? told.value : undefined);
  const isNothing = failed !== undefined && shown.pages.length === 0;
  return {
    at: (index) => shown.pages[Math.floor(index / size)]?.items[index % size],
    rows: isNothing ? 0 : (whole ?? shown.starts.length * size),
    loaded: () => around(shown, inSight, size).records,
    onward: () => {
      const { before, nextCursor } = around(shown, inSight, size);
      const total =
        count === undefined
          ? (told ?? { value: shown.starts.length * size, exact: false })
          : { value: count, exact: true };
      return { query, cursor: nextCursor, total, before };
    },
    isEmpty: shown.pages[0]?.items.length === 0,
    error: failed?.error ?? null,
    again: () => void failed?.refetch(),
  };
}

const pagesBetween = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
