import { lazy, Suspense, useEffect, useSyncExternalStore, type ReactNode } from 'react';
import type { Tone } from './status-glyph.tsx';

export interface Notice {
  tone: Tone;
  /** What happened. */
  text: ReactNode;
  /** The one thing that can be done about it: undo, retry, show. */
  action?: { label: string; run: () => void };
}

const ToastStack = lazy(async () => ({
  default: (await import('./toast-stack.tsx')).ToastStack,
}));

let isWanted = false;
const watchers = new Set<() => void>();
const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};
const want = (): void => {
  isWanted = true;
  for (const watcher of watchers) watcher();
};

/** A toast, lower right. */
export function notify(notice: Notice): void {
  want();
  void import('./show-toast.tsx').then(({ showToast }) => showToast(notice));
}

/** After the first page has come; a toast may tell that the network is gone, so it is not fetched only then. */
const quietMs = 2000;

/** Where toasts stand; once on a page. */
export function Toasts() {
  const isThere = useSyncExternalStore(watch, () => isWanted);
  useEffect(() => {
    const timer = setTimeout(() => {
      want();
      void import('./show-toast.tsx');
    }, quietMs);
    return () => clearTimeout(timer);
  }, []);
  return isThere ? (
    <Suspense fallback={null}>
      <ToastStack />
    </Suspense>
  ) : null;
}
