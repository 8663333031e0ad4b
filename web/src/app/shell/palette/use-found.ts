import { useQueries, useQuery } from '@tanstack/react-query';
import { keys, queryRecords } from '#web/api/queries.ts';
import type { RecordData } from '#web/api/records.ts';
import { address, get } from '#web/api/request.ts';
import { useModel } from '#web/engine/model.ts';
import { useRecent } from '#web/engine/recent.ts';
import type { ScreenObject } from '#web/api/model.ts';

interface Hit {
  object: string;
  id: string;
  title: string | null;
}

export interface Found {
  object: ScreenObject;
  id: string;
  title: string;
  /** Arrives a moment later than the name. */
  record: RecordData | undefined;
}

/** Of one object as many as leave room for the others and for what can be done. */
const mostOfOne = 5;
const most = 20;

/** Records that were searched for, or those looked at last; one object after the other, the best first. */
export function useFound(q: string): {
  found: readonly Found[];
  /** Objects of which there are more than are shown. */
  more: ReadonlySet<ScreenObject>;
  isAsked: boolean;
} {
  const { byKey } = useModel();
  const recent = useRecent();
  const isAsked = q.length > 1;
  const { data } = useQuery({
    queryKey: ['records', 'search', q],
    queryFn: ({ signal }) =>
      get<{ items: Hit[] }>(address('search', { q, limit: String(most) }), signal),
    enabled: isAsked,
    staleTime: 10_000,
    placeholderData: (before) => before,
  });
  const hits: readonly Hit[] = isAsked ? (data?.items ?? []) : recent.slice(0, 5);
  const groups = [...Map.groupBy(hits, ({ object }) => object)].flatMap(([key, all]) => {
    const object = byKey.get(key);
    const items = all.slice(0, mostOfOne);
    // A full answer may have left some out.
    const hasMore = all.length > mostOfOne || (all.length === mostOfOne && hits.length >= most);
    return object ? [{ object, items, ids: items.map(({ id }) => id), hasMore }] : [];
  });
  const records = useQueries({
    queries: groups.map(({ object, ids }) => ({
      queryKey: [...keys.records(object.path), 'found', ids],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        queryRecords(
          object.path,
          { where: { field: 'id', op: 'in', value: ids }, limit: mostOfOne },
          signal,
        ),
      staleTime: 30_000,
    })),
  });
  const found = groups.flatMap(({ object, items }, at) =>
    items.flatMap(({ id, title }): Found[] =>
      title === null
        ? []
        : [{ object, id, title, record: records[at]?.data?.items.find((one) => one.id === id) }],
    ),
  );
  const more = new Set(groups.filter(({ hasMore }) => hasMore).map(({ object }) => object));
  return { found, more, isAsked };
}
