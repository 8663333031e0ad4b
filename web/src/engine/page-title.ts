import { useEffect, useSyncExternalStore } from 'react';

export interface Crumb {
  label: string;
  /** A path of ours. */
  to?: string;
}

interface PageTitle {
  title: string;
  crumbs: readonly Crumb[];
}

let current: PageTitle = { title: '', crumbs: [] };
const watchers = new Set<() => void>();

/** A page says what it is: in the bar above it and in the browser's tab. */
export function usePageTitle(title: string, crumbs: readonly Crumb[] = []): void {
  const path = JSON.stringify(crumbs);
  useEffect(() => {
    // Written a line ago, by ourselves.
    current = { title, crumbs: JSON.parse(path) as Crumb[] };
    document.title = title === '' ? 'Duyên' : `${title} · Duyên`;
    for (const watcher of watchers) watcher();
  }, [title, path]);
}

export const useCurrentTitle = (): PageTitle =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => current,
  );
