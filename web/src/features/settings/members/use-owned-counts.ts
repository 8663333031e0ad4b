import { useQueries } from '@tanstack/react-query';
import { aggregateQuery } from '#web/api/queries.ts';
import { useModel } from '#web/engine/model.ts';

/** How many records of each object a member is in charge of; undefined while they are counted. */
export function useOwnedCounts(memberId: string) {
  const { objects } = useModel();
  const owned = objects.filter(({ reach }) => reach === 'owned');
  return useQueries({
    queries: owned.map((object) => ({
      ...aggregateQuery(object.path, {
        where: { field: 'owner', op: 'eq', value: memberId },
        measures: [{ fn: 'count' }],
      }),
      staleTime: 0,
    })),
    combine: (answers) =>
      answers.every(({ isSuccess }) => isSuccess)
        ? owned
            .map((object, index) => ({
              object,
              count: Number(answers[index]?.data?.groups[0]?.values[0] ?? 0),
            }))
            .filter(({ count }) => count > 0)
        : undefined,
  });
}
