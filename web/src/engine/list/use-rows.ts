import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import type { ListQuery, RecordPage } from '#web/api/records.ts';
import { readGroup, type Bucket } from './groups.ts';
import type { ListState } from './list-params.ts';
import type { Group, Rows } from './table/rows.ts';
import { useFolding } from './use-folding.ts';
import { useGroups } from './use-groups.ts';
import { usePages } from './use-pages.ts';

export interface Found {
  rows: Rows;
  group: { field: ScreenField; bucket: Bucket | undefined } | undefined;
  /** The server said that there is nothing. */
  isEmpty: boolean;
  /** As the list told it: up to a thousand. */
  total: RecordPage['total'] | undefined;
  /** False when there are more groups than are shown. */
  isComplete: boolean;
  error: Error | null;
  again(): void;
  fold(group: Group): void;
  more(group: Group): void;
}

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
  // One line of the plain list is asked for groups too: it says at once whether there is anything.
  const pages = usePages(
    object.path,
    asked ? { ...query, limit: 1, fields: [] } : query,
    asked ? { first: 0, last: 0 } : range,
  );
  const flat: Rows = {
    count: pages.rows,
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
    isEmpty: pages.total?.value === 0,
    total: pages.total,
    isComplete: grouped.isComplete,
    error: pages.error ?? (asked ? grouped.error : null),
    again: pages.error ? pages.again : grouped.again,
    fold: folding.fold,
    more: folding.more,
  };
}
