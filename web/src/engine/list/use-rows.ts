import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import type { ListQuery } from '#web/api/records.ts';
import { readGroup, type Bucket } from './groups.ts';
import type { ListState } from './list-params.ts';
import type { Group, Rows } from './table/rows.ts';
import { useFolding } from './use-folding.ts';
import { useGroups } from './use-groups.ts';
import { usePages } from './use-pages.ts';
import { useTotals, type Totals } from './use-totals.ts';

export interface Found {
  rows: Rows;
  group: { field: ScreenField; bucket: Bucket | undefined } | undefined;
  /** The server said that there is nothing. */
  isEmpty: boolean;
  /** All of them, counted and added up. */
  totals: Totals | undefined;
  /** Rows there is room for, when there are more. */
  cutAt: number | undefined;
  /** False when there are more groups than are shown. */
  isComplete: boolean;
  error: Error | null;
  again(): void;
  fold(group: Group): void;
  more(group: Group): void;
}

/** Browsers draw nothing higher than some 17 million pixels; behind that, the order is turned. */
const mostRows = 400_000;

/** Lines of a table: one after the other, or under the values of a field. */
export function useRows(
  object: ScreenObject,
  state: ListState,
  query: ListQuery,
  added: readonly string[],
  range: { first: number; last: number },
): Found {
  const asked = readGroup(state.group, object);
  const folding = useFolding();
  const grouped = useGroups({ path: object.path, query, added, ...asked }, folding, range);
  // Counted once, for the foot; with it, every row has its place and can be jumped to.
  const totals = useTotals(object.path, query, added);
  // One line of the plain list is asked for groups too: it says at once whether there is anything.
  const pages = usePages(
    object.path,
    { ...query, ...(asked && { limit: 1, fields: [] }), total: false },
    asked ? { first: 0, last: 0 } : range,
    asked ? undefined : totals?.count,
  );
  const flat: Rows = {
    count: Math.min(pages.rows, mostRows),
    at: (index) => {
      const record = pages.at(index);
      return { kind: 'record', key: record?.id ?? `line ${index}`, record };
    },
    records: pages.loaded,
    onward: pages.onward,
  };
  return {
    rows: asked ? grouped.rows : flat,
    group: asked,
    isEmpty: pages.isEmpty,
    isComplete: grouped.isComplete,
    totals,
    cutAt: !asked && pages.rows > mostRows ? mostRows : undefined,
    error: pages.error ?? (asked ? grouped.error : null),
    again: pages.error ? pages.again : grouped.again,
    fold: folding.fold,
    more: folding.more,
  };
}
