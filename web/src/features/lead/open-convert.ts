import type { RecordData } from '#web/api/records.ts';

let lead: RecordData | null = null;
const watchers = new Set<() => void>();

function set(next: RecordData | null): void {
  lead = next;
  for (const watcher of watchers) watcher();
}

/** Opens the panel that turns a lead into a customer. */
export const openConvert = (record: RecordData): void => set(record);
export const closeConvert = (): void => set(null);
export const convertedLead = (): RecordData | null => lead;

export function watchConvert(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
