import { useCallback, useMemo, useState } from 'react';

export interface Selection {
  /** Chosen one by one; with `all`, those taken out again. */
  ids: ReadonlySet<string>;
  /** Everything the filter finds, also what was never scrolled to. */
  all: boolean;
}

export interface SelectionControl {
  selection: Selection;
  has(id: string): boolean;
  isEmpty: boolean;
  /** How many, when `total` are found. */
  count(total: number): number;
  toggle(id: string): void;
  /** Chooses or leaves out several, as the one that was pressed. */
  set(ids: readonly string[], chosen: boolean): void;
  selectAll(): void;
  clear(): void;
}

const empty: Selection = { ids: new Set(), all: false };

export function useSelection(): SelectionControl {
  const [selection, setSelection] = useState(empty);
  const set = useCallback((ids: readonly string[], chosen: boolean) => {
    setSelection((before) => {
      const next = new Set(before.ids);
      for (const id of ids) {
        if (chosen === before.all) next.delete(id);
        else next.add(id);
      }
      return { ...before, ids: next };
    });
  }, []);
  const toggle = useCallback((id: string) => {
    setSelection((before) => {
      const next = new Set(before.ids);
      if (!next.delete(id)) next.add(id);
      return { ...before, ids: next };
    });
  }, []);
  const selectAll = useCallback(() => setSelection({ ids: new Set(), all: true }), []);
  const clear = useCallback(() => setSelection(empty), []);
  return useMemo(
    () => ({
      selection,
      has: (id) => selection.ids.has(id) !== selection.all,
      isEmpty: !selection.all && selection.ids.size === 0,
      count: (total) =>
        selection.all ? Math.max(total - selection.ids.size, 0) : selection.ids.size,
      toggle,
      set,
      selectAll,
      clear,
    }),
    [selection, toggle, set, selectAll, clear],
  );
}
