import { useSyncExternalStore } from 'react';

type Open = 'palette' | 'keys' | null;

let open: Open = null;
const watchers = new Set<() => void>();

function set(next: Open): void {
  open = next;
  for (const watcher of watchers) watcher();
}

export const openPalette = (): void => set('palette');
export const openKeyMap = (): void => set('keys');
export const closePalette = (): void => set(null);

export const useOpened = (): Open =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => open,
  );
