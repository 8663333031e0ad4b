import { useSyncExternalStore } from 'react';
import { onDevice } from '#web/api/kept.ts';

export interface RecentRecord {
  object: string;
  id: string;
  title: string;
}

const name = 'duyen.recent';
const most = 8;
const watchers = new Set<() => void>();
let kept: readonly RecentRecord[] | undefined;

function read(): readonly RecentRecord[] {
  if (kept) return kept;
  const found = onDevice.read(name);
  // Written below.
  kept = Array.isArray(found) ? (found as RecentRecord[]) : [];
  return kept;
}

function write(next: readonly RecentRecord[]): void {
  kept = next;
  onDevice.keep(name, next);
  for (const watcher of watchers) watcher();
}

/** Notes that a record was opened, on this machine only. */
export function noteRecent(record: RecentRecord): void {
  const others = read().filter(({ id }) => id !== record.id);
  write([record, ...others].slice(0, most));
}

/** It was thrown away: a way to it leads nowhere. */
export function dropRecent(ids: ReadonlySet<string>): void {
  if (read().some(({ id }) => ids.has(id))) write(read().filter(({ id }) => !ids.has(id)));
}

export function forgetRecent(): void {
  write([]);
}

export const recentRecords = (): readonly RecentRecord[] => read();

export const useRecent = (): readonly RecentRecord[] =>
  useSyncExternalStore((watcher) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  }, read);
