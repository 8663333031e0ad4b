import type { ChangeEntry, Changes, TimelineEntry } from './timeline.ts';

const nearMs = 10 * 60_000;

/** Fields that one person changed one after the other are one knot: from what was first to what is last. */
export function joinChanges(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const joined: TimelineEntry[] = [];
  for (const entry of entries) {
    const newer = joined.at(-1);
    if (newer?.kind === 'change' && entry.kind === 'change' && belongTogether(newer, entry))
      joined[joined.length - 1] = { ...newer, changes: overlay(entry.changes, newer.changes) };
    else joined.push(entry);
  }
  return joined;
}

const belongTogether = (newer: ChangeEntry, older: ChangeEntry): boolean =>
  newer.action === 'update' &&
  older.action === 'update' &&
  newer.record.id === older.record.id &&
  newer.actor?.id === older.actor?.id &&
  newer.reason === older.reason &&
  Date.parse(newer.at) - Date.parse(older.at) < nearMs;

function overlay(older: Changes, newer: Changes): Changes {
  const all: Record<string, readonly [unknown, unknown]> = { ...older };
  for (const [key, [before, after]] of Object.entries(newer))
    all[key] = [older[key] ? older[key][0] : before, after];
  return Object.fromEntries(
    Object.entries(all).filter(
      ([, [before, after]]) => JSON.stringify(before) !== JSON.stringify(after),
    ),
  );
}
