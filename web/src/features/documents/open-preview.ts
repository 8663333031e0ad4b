import { useSyncExternalStore } from 'react';
import type { RecordData } from '#web/api/records.ts';

interface Looked {
  /** Documents one can go on to. */
  documents: readonly RecordData[];
  shown: string;
}

let looked: Looked | null = null;
const watchers = new Set<() => void>();

function change(next: Looked | null): void {
  looked = next;
  for (const watcher of watchers) watcher();
}

/** Shows a document over the page, from anywhere. */
export const openPreview = (documents: readonly RecordData[], shown: string): void =>
  change({ documents, shown });
export const closePreview = (): void => change(null);

export const useLooked = (): Looked | null =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => looked,
  );
