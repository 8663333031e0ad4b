import { useSyncExternalStore } from 'react';
import type { Sending } from './sending.ts';

let all: readonly Sending[] = [];
const watchers = new Set<() => void>();

function change(next: readonly Sending[]): void {
  all = next;
  for (const watcher of watchers) watcher();
}

/** Uploads go on while other pages are looked at, so they stand outside of any. */
export const uploadStore = {
  all: () => all,
  find: (id: number) => all.find((each) => each.id === id),
  add: (sendings: readonly Sending[]) => change([...all, ...sendings]),
  patch: (id: number, next: Partial<Sending>) =>
    change(all.map((each) => (each.id === id ? { ...each, ...next } : each))),
  drop: (id: number) => change(all.filter((each) => each.id !== id)),
  clear: () => change(all.filter(({ state }) => state !== 'done')),
};

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
};

export const useSendings = (): readonly Sending[] => useSyncExternalStore(watch, uploadStore.all);
