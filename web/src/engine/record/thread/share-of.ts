import type { Changes } from './timeline.ts';

interface Told {
  member?: { title: string | null };
  team?: { title: string | null };
  role?: { title: string | null };
  everyone?: { title: string | null };
  level?: string;
}

/** Of `$share`: with whom, and to what; no level when it was taken back. */
export function shareOf(changes: Changes): { name: string | null; level: string | null } {
  const [before, after] = changes['$share'] ?? [null, null];
  // As the server writes it, see its journal.
  const told = (after ?? before ?? {}) as Told;
  return {
    name: (told.member ?? told.team ?? told.role ?? told.everyone)?.title ?? null,
    level: after === null ? null : (told.level ?? null),
  };
}

/** Of `$file`: what was attached or taken off. */
export function fileOf(changes: Changes): { name: string } | undefined {
  const [before, after] = changes['$file'] ?? [null, null];
  const told = after ?? before;
  return typeof told === 'object' && told !== null && 'name' in told
    ? { name: String(told.name) }
    : undefined;
}
