let lead: string | null = null;
const watchers = new Set<() => void>();

function set(next: string | null): void {
  lead = next;
  for (const watcher of watchers) watcher();
}

/** Opens the panel that turns a lead into a customer. */
export const openConvert = (leadId: string): void => set(leadId);
export const closeConvert = (): void => set(null);
export const convertedLead = (): string | null => lead;

export function watchConvert(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
