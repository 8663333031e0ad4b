import type { Filter } from '#shared/filter.ts';
import type { ListState } from '../list-params.ts';
import { both } from '../query-of.ts';
import type { Selection } from '../table/use-selection.ts';

/** Ids that one condition takes. */
const mostIds = 200;

/** What finds the selected records; few can be left out of all that a filter finds, more are not left out. */
export function filtersOf(
  { where, q }: Pick<ListState, 'where' | 'q'>,
  { all, ids }: Selection,
): { where?: Filter | undefined; q?: string | undefined }[] {
  const chosen = [...ids];
  if (all) {
    const others = chosen.slice(0, mostIds);
    const rest = { field: 'id', op: 'notIn' as const, value: others };
    return [{ where: others.length > 0 ? both(where, rest) : where, q }];
  }
  return Array.from({ length: Math.ceil(chosen.length / mostIds) }, (_, at) => ({
    where: { field: 'id', op: 'in', value: chosen.slice(at * mostIds, (at + 1) * mostIds) },
  }));
}
