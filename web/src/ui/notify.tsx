import { lazy, Suspense, useEffect, useSyncExternalStore, type ReactNode } from 'react';
import type { Tone } from './status-glyph.tsx';

export interface Notice {
  tone: Tone;
  /** What happened. */
  text: ReactNode;
  /** The one thing that can be done about it: undo, retry, show. Where it fails, another toast says why. */
  action?: { label: string; run: () => unknown };
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
  void load().then(({ showToast }) => showToast(notice), unheard);
}

/** Both parts before any is drawn: without a network there is no toast, and no page that breaks for want of one. */
async function load() {
  const [shown] = await Promise.all([import('./show-toast.tsx'), import('./toast-stack.tsx')]);
  want();
  return shown;
}
const unheard = () => undefined;

/** After the first page has come; a toast may tell that the network is gone, so it is not fetched only then. */
const quietMs = 2000;

/** Where toasts stand; once on a page. */
export function Toasts() {
  const isThere = useSyncExternalStore(watch, () => isWanted);
  useEffect(() => {
    const timer = setTimeout(() => void load().catch(unheard), quietMs);
    return () => clearTimeout(timer);
  }, []);
  return isThere ? (
    <Suspense fallback={null}>
      <ToastStack />
    </Suspense>
  ) : null;
}
