import { useSyncExternalStore } from 'react';

type Open = 'palette' | 'keys' | null;

let open: Open = null;
/** Where the keyboard was before; it goes back there, unless what was chosen leads elsewhere. */
let before: Element | null = null;
const watchers = new Set<() => void>();

function set(next: Open): void {
  open = next;
  for (const watcher of watchers) watcher();
}

function show(next: 'palette' | 'keys'): void {
  if (open === null) before = document.activeElement;
  set(next);
}

export const openPalette = (): void => show('palette');
export const openKeyMap = (): void => show('keys');

export function closePalette(): void {
  set(null);
  const back = before;
  // After the dialog is gone.
  setTimeout(() => back instanceof HTMLElement && back.isConnected && back.focus());
}

/** What was chosen takes the keyboard along. */
export const leavePalette = (): void => set(null);

export const useOpened = (): Open =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => open,
  );
