import { useSyncExternalStore } from 'react';
import { createTypeAhead } from '#web/engine/list/table/type-ahead.ts';

type Open = 'palette' | 'keys' | null;

let open: Open = null;
/** Where the keyboard was before; it goes back there, unless what was chosen leads elsewhere. */
let before: Element | null = null;
const watchers = new Set<() => void>();

/** Whoever opens the palette types on at once, before its box is there. */
const ahead = createTypeAhead();

function keep(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !ahead.take(event.key)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** What was typed so far; the box is there and takes keys itself from now on. */
export function typedAhead(): string {
  window.removeEventListener('keydown', keep, true);
  return ahead.end();
}

function set(next: Open): void {
  if (next !== 'palette') typedAhead();
  else if (open !== 'palette') {
    ahead.wait();
    window.addEventListener('keydown', keep, true);
  }
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
