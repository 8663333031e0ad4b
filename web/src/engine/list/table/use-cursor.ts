import { useCallback, useState } from 'react';
import type { Column } from '../columns.ts';
import type { Rows } from './rows.ts';

export interface Cursor {
  index: number;
  /** Column the keyboard stands on; null is the whole row. */
  column: string | null;
}

/** Row that each list was left at, while the application is open. */
const left = new Map<string, string>();

/** Where the keyboard stands. It stays with its row when rows come or go above it. */
export function useCursor(
  rows: Rows,
  columns: readonly Column[],
  { name, startAt }: { name: string | undefined; startAt: string | undefined },
) {
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [key, setKey] = useState(() => left.get(name ?? '') ?? startAt);
  // Another question: the row it stood on means nothing there.
  const [of, setOf] = useState(name);
  if (of !== name) {
    setOf(name);
    setCursor(null);
  }
  const start = of === name ? key : undefined;
  const index = cursor ? placeOf(rows, key, cursor.index) : start ? find(rows, start) : -1;

  const moveTo = useCallback(
    (to: number, column?: string | null) => {
      const next = Math.max(0, Math.min(to, rows.count - 1));
      const { key: row } = rows.at(next);
      setKey(row);
      if (name !== undefined) left.set(name, row);
      setCursor((before) => ({
        index: next,
        column: column === undefined ? (before?.column ?? null) : column,
      }));
      return next;
    },
    [rows, name],
  );
  const moveAcross = useCallback(
    (by: 1 | -1) => {
      setCursor((before) => {
        if (!before) return before;
        const at = columns.findIndex((column) => column.key === before.column);
        const to = at + by;
        return { ...before, column: to < 0 ? null : (columns[to]?.key ?? before.column) };
      });
    },
    [columns],
  );
  if (cursor && index >= 0 && index !== cursor.index) setCursor({ ...cursor, index });
  return {
    index,
    column: cursor?.column ?? null,
    moveTo,
    moveAcross,
    leave: useCallback(() => setCursor(null), []),
  };
}

/** Near where it was: a refetch moves rows by few places. */
function placeOf(rows: Rows, key: string | undefined, near: number): number {
  if (key === undefined || near >= rows.count) return Math.min(near, rows.count - 1);
  for (let far = 0; far <= 50; far += 1) {
    for (const index of [near + far, near - far]) {
      if (index >= 0 && index < rows.count && rows.at(index).key === key) return index;
    }
  }
  return near;
}

function find(rows: Rows, key: string): number {
  const most = Math.min(rows.count, 2000);
  for (let index = 0; index < most; index += 1) if (rows.at(index).key === key) return index;
  return -1;
}
