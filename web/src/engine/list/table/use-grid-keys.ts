import { useEffect, useRef, type RefObject } from 'react';

export interface GridKeys {
  /** True when the key is a letter for a box that is being opened. */
  type(key: string): boolean;
  /** Down or up by rows; `extend` takes them into the selection. */
  move(by: number, extend: boolean): void;
  edge(end: 'first' | 'last'): void;
  across(by: 1 | -1): void;
  enter(): void;
  edit(): void;
  check(): void;
  checkAll(): void;
  escape(): boolean;
}

/** Keys of a table; those of the list that is the page also while nothing else holds the keyboard. */
export function useGridKeys(
  table: RefObject<HTMLElement | null>,
  keys: GridKeys,
  isPage: boolean,
): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const isInside = table.current?.contains(event.target as Node) ?? false;
      if (!isInside && (!isPage || !isIdle(event.target))) return;
      if (isInside && isTyping(event.target)) return;
      if (act(latest.current, event, isInside)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [table, isPage]);
}

const page = 15;

/** True when the key meant something here. */
function act(keys: GridKeys, event: KeyboardEvent, isInside: boolean): boolean {
  const { key, shiftKey } = event;
  if (event.ctrlKey || event.metaKey) {
    if (key !== 'a' || !isInside) return false;
    keys.checkAll();
    return true;
  }
  if (keys.type(key)) return true;
  const onButton = event.target instanceof HTMLButtonElement;
  const known: Record<string, (() => unknown) | undefined> = {
    ArrowDown: () => keys.move(1, shiftKey),
    j: () => keys.move(1, false),
    J: () => keys.move(1, true),
    ArrowUp: () => keys.move(-1, shiftKey),
    k: () => keys.move(-1, false),
    K: () => keys.move(-1, true),
    PageDown: () => keys.move(page, shiftKey),
    PageUp: () => keys.move(-page, shiftKey),
    x: () => keys.check(),
    F2: () => keys.edit(),
    ...(!onButton && { Enter: () => keys.enter() }),
    ...(isInside && !onButton && { ' ': () => keys.check() }),
    ...(isInside && {
      Home: () => keys.edge('first'),
      End: () => keys.edge('last'),
      ArrowRight: () => keys.across(1),
      ArrowLeft: () => keys.across(-1),
    }),
  };
  if (key === 'Escape') return keys.escape();
  const run = Object.hasOwn(known, key) ? known[key] : undefined;
  if (!run) return false;
  run();
  return true;
}

/** Nothing has the focus but the page itself, and no menu or dialog is open. */
const isIdle = (target: EventTarget | null): boolean =>
  (target === document.body || (target instanceof HTMLElement && target.id === 'page')) &&
  document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') === null;

const isTyping = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement && target.type !== 'checkbox') ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLElement && target.isContentEditable);
