import { useQuery } from '@tanstack/react-query';
import type { FollowRule } from '#shared/define.ts';
import { keys } from '#web/api/queries.ts';
import { address, send } from '#web/api/request.ts';
import type { ListState } from '../list-params.ts';
import { filtersOf } from './filters-of.ts';
import type { Selection } from '../table/use-selection.ts';

/** Records that may change hands with those that are selected. */
export interface Along {
  /** `contact.account` */
  relation: string;
  object: string;
  count: number;
  while?: FollowRule['while'];
}

/** Undefined until it was counted. */
export function useAlong(
  path: string,
  state: ListState,
  selection: Selection,
): readonly Along[] | undefined {
  const { all, ids } = selection;
  const { data, isError } = useQuery({
    queryKey: [...keys.records(path), 'along', state.where, state.q, all, [...ids]],
    queryFn: async ({ signal }) => {
      const answers = await Promise.all(
        filtersOf(state, selection).map((query) =>
          send<{ items: Along[] }>('POST', address(`${path}/hand-over/along`), query, { signal }),
        ),
      );
      return sumOf(answers.flatMap(({ items }) => items));
    },
    staleTime: 0,
  });
  // What cannot be counted is not offered; giving the records themselves goes on.
  return isError ? [] : data;
}

function sumOf(counted: readonly Along[]): Along[] {
  const sums = new Map<string, Along>();
  for (const each of counted)
    sums.set(each.relation, {
      ...each,
      count: each.count + (sums.get(each.relation)?.count ?? 0),
    });
  return [...sums.values()];
}
