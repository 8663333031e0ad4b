import type { Problem } from '#web/api/problem.ts';
import type { Reason } from '../duplicates/duplicates.ts';

export interface Match {
  id: string;
  title: string | null;
  /** 0 to 100. */
  score: number;
  reasons: readonly Reason[];
}

/** Records that the refused new one probably is already. */
export function matchesOf(problem: Problem | null): readonly Match[] {
  const found = problem?.code === 'conflict' ? problem.body['matches'] : undefined;
  // What docs/api.md says of a creation that is warned of.
  return Array.isArray(found) ? (found as Match[]) : [];
}
