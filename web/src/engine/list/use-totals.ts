import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { aggregateQuery } from '#web/api/queries.ts';
import type { ListQuery } from '#web/api/records.ts';

export interface Totals {
  count: number;
  sums: ReadonlyMap<string, unknown>;
}

/** How many a filter finds, and the sums of the columns that have one. */
export function useTotals(
  path: string,
  { where, q }: Pick<ListQuery, 'where' | 'q'>,
  added: readonly string[],
): Totals | undefined {
  const { data } = useQuery({
    ...aggregateQuery(path, { where, q, measures: measuresOf(added) }),
    placeholderData: keepPreviousData,
  });
  const values = data?.groups[0]?.values;
  return values && readMeasures(added, values);
}

export const measuresOf = (added: readonly string[]) => [
  { fn: 'count' as const },
  ...added.map((field) => ({ fn: 'sum' as const, field })),
];

export const readMeasures = (added: readonly string[], values: readonly unknown[]): Totals => ({
  count: Number(values[0] ?? 0),
  sums: new Map(added.map((key, i) => [key, values[i + 1] ?? null])),
});
