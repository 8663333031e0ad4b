import { useSyncExternalStore } from 'react';

let isOpen = false;
const watchers = new Set<() => void>();

export function setCreateMenu(next: boolean): void {
  isOpen = next;
  for (const watcher of watchers) watcher();
}

export const openCreateMenu = (): void => setCreateMenu(true);

export const useCreateMenu = (): boolean =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => isOpen,
  );
