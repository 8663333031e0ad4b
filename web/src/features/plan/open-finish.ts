import type { RecordData } from '#web/api/records.ts';

export interface FinishRequest {
  /** The activity to be finished. */
  id: string;
  onDone?(activity: RecordData): void;
}

let opened: FinishRequest | null = null;
const watchers = new Set<() => void>();

function set(next: FinishRequest | null): void {
  opened = next;
  for (const watcher of watchers) watcher();
}

/** Asks what came of an activity, and what comes next; from any page. */
export const openFinish = ({ id }: { id: string }, onDone?: (activity: RecordData) => void): void =>
  set({ id, ...(onDone && { onDone }) });

export const closeFinish = (): void => set(null);
export const openedFinish = (): FinishRequest | null => opened;

export function watchFinish(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
