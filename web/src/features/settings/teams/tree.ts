import { compareVi } from '#shared/locale/text.ts';
import type { Team } from '../people/people-queries.ts';

export interface Branch {
  team: Team;
  depth: number;
  /** The team shown before it on the same level, which it could move into. */
  before: Team | undefined;
}

/** The tree as lines from top to bottom, each level by name. A team whose parent is gone stands at the top. */
export function linesOf(teams: readonly Team[]): Branch[] {
  const ids = new Set(teams.map(({ id }) => id));
  const sorted = teams.toSorted((a, b) => compareVi(a.name, b.name));
  const below = (parent: string | null, depth: number): Branch[] => {
    const level = sorted.filter(
      ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null) === parent,
    );
    return level.flatMap((team, index) => [
      { team, depth, before: level[index - 1] },
      ...below(team.id, depth + 1),
    ]);
  };
  return below(null, 0);
}

/** Whether `id` is `of` or stands somewhere below it: there it cannot be moved to. */
export function isWithin(teams: readonly Team[], id: string | null, of: string): boolean {
  const parents = new Map(teams.map((team) => [team.id, team.parentId]));
  const seen = new Set<string>();
  for (let at = id; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === of) return true;
    seen.add(at);
  }
  return false;
}
