import { useCallback, useMemo, useState } from 'react';
import type { Group } from './table/rows.ts';

export interface Folding {
  isFolded(group: Group): boolean;
  /** Rows of a group that are shown. */
  shown(group: Group): number;
}

/** Rows of a group at first. */
const fewRows = 8;

export function useFolding(): Folding & { fold(group: Group): void; more(group: Group): void } {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState<ReadonlyMap<string, number>>(new Map());
  const fold = useCallback(({ id }: Group) => {
    setFolded((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const more = useCallback(({ id }: Group) => {
    setShown((before) => new Map(before).set(id, Math.max(25, (before.get(id) ?? 0) * 4)));
  }, []);
  return useMemo(
    () => ({
      isFolded: ({ id }) => folded.has(id),
      // One row more is shown rather than announced.
      shown: ({ id, count }) => {
        const most = shown.get(id) ?? fewRows;
        return count <= most + 1 ? count : most;
      },
      fold,
      more,
    }),
    [folded, shown, fold, more],
  );
}
