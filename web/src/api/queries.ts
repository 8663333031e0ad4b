import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Me } from './me.ts';
import { readModel, type ModelAnswer } from './model.ts';
import type {
  AggregateAnswer,
  AggregateQuery,
  CountedPage,
  ListQuery,
  RecordData,
  RecordPage,
} from './records.ts';
import { address, get, send } from './request.ts';

/** Everything of an object's records stands under `['records', <path>]`: a change there makes all of it old. */
export const keys = {
  me: ['me'] as const,
  model: ['model'] as const,
  notices: ['notices'] as const,
  unread: ['unread'] as const,
  records: (path: string) => ['records', path] as const,
  record: (path: string, id: string) => ['records', path, 'one', id] as const,
  list: (path: string, query: ListQuery) => ['records', path, 'list', query] as const,
  aggregate: (path: string, query: AggregateQuery) =>
    ['records', path, 'aggregate', query] as const,
  around: (path: string, id: string, what: string) => ['records', path, 'one', id, what] as const,
};

export const meQuery = queryOptions({
  queryKey: keys.me,
  // Not given up when a page that asked goes away: the guard of the next one waits for it.
  queryFn: () => get<Me>('/api/v1/me'),
  staleTime: 5 * 60_000,
});

export const modelQuery = queryOptions({
  queryKey: keys.model,
  queryFn: async () => readModel(await get<ModelAnswer>('/api/v1/model')),
  staleTime: Number.POSITIVE_INFINITY,
});

export const recordQuery = (path: string, id: string) =>
  queryOptions({
    queryKey: keys.record(path, id),
    queryFn: ({ signal }) => get<RecordData>(address(`${path}/${id}`), signal),
    staleTime: 30_000,
  });

/** Page after page of a list; filters too long for an address go in a body. */
export const listQuery = (path: string, query: ListQuery) =>
  infiniteQueryOptions({
    queryKey: keys.list(path, query),
    queryFn: ({ pageParam, signal }) => queryRecords(path, { ...query, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }: RecordPage) => nextCursor ?? undefined,
    staleTime: 15_000,
  });

type PageQuery = ListQuery & { cursor?: string | undefined };

export function queryRecords(
  path: string,
  query: PageQuery & { total?: true | undefined },
  signal?: AbortSignal,
): Promise<CountedPage>;
export function queryRecords(
  path: string,
  query: PageQuery,
  signal?: AbortSignal,
): Promise<RecordPage>;
export function queryRecords(
  path: string,
  query: PageQuery,
  signal?: AbortSignal,
): Promise<RecordPage> {
  return send<RecordPage>('POST', address(`${path}/query`), query, { ...(signal && { signal }) });
}

export const aggregateQuery = (path: string, query: AggregateQuery) =>
  queryOptions({
    queryKey: keys.aggregate(path, query),
    queryFn: ({ signal }) =>
      send<AggregateAnswer>('POST', address(`${path}/aggregate`), query, { signal }),
    staleTime: 15_000,
  });

/** After a write: lists, counts and pages of these objects are asked again where they are shown. */
export const renew = (client: QueryClient, ...paths: readonly string[]): Promise<unknown> =>
  Promise.all(paths.map((path) => client.invalidateQueries({ queryKey: keys.records(path) })));
