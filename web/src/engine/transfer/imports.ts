import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { address, get, send } from '#web/api/request.ts';
import type {
  ColumnChoice,
  Import,
  ImportOptions,
  ImportState,
  Phase,
  PreviewRow,
  ProblemCount,
  RowFilter,
  RowProblem,
} from './import-types.ts';

export type * from './import-types.ts';

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

const working = new Set<ImportState>(['waiting', 'reading', 'checking', 'running', 'undoing']);
/** Something happens to it without anyone doing anything. */
export const isWorking = ({ state }: Pick<Import, 'state'>): boolean => working.has(state);

const askAgainMs = 800;

export const importKeys = {
  all: ['imports'] as const,
  one: (id: string) => ['imports', 'one', id] as const,
  /** What working on it found: rows, problems, values. */
  found: (id: string) => ['imports', 'one', id, 'found'] as const,
};

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: importKeys.one(id),
    queryFn: ({ signal }) => get<Import>(address(`imports/${id}`), signal),
    refetchInterval: ({ state: { data } }) => (data && isWorking(data) ? askAgainMs : false),
    refetchIntervalInBackground: true,
  });

export const importsQuery = infiniteQueryOptions({
  queryKey: [...importKeys.all, 'list'],
  queryFn: ({ pageParam, signal }) =>
    get<Page<Import>>(address('imports', { cursor: pageParam, limit: '50' }), signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});

export const rowsQuery = (id: string, phase: Phase, filter: RowFilter, version: string) =>
  infiniteQueryOptions({
    queryKey: [...importKeys.found(id), 'rows', phase, filter, version],
    queryFn: ({ pageParam, signal }) => {
      const { problems, code, column } = filter;
      const search = new URLSearchParams({ phase, limit: '50' });
      if (problems) search.set('problems', 'true');
      if (code !== undefined) search.set('code', code);
      if (column !== undefined) search.set('column', column);
      if (pageParam !== undefined) search.set('cursor', pageParam);
      return get<Page<PreviewRow>>(`/api/v1/imports/${id}/rows?${search.toString()}`, signal);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const summaryQuery = (id: string, phase: Phase, version: string) =>
  queryOptions({
    queryKey: [...importKeys.found(id), 'summary', phase, version],
    queryFn: ({ signal }) =>
      get<{ rows: number; items: ProblemCount[] }>(
        address(`imports/${id}/problems/summary`, { phase }),
        signal,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

const mostValues = 1000;

/** Texts of one column that have this problem, each with how often it stands there. */
export const strayValuesQuery = (id: string, column: string, code: string, version: string) =>
  queryOptions({
    queryKey: [...importKeys.found(id), 'stray', column, code, version],
    queryFn: async ({ signal }) => {
      const counts = new Map<string, number>();
      let cursor: string | undefined;
      let read = 0;
      do {
        const page: Page<RowProblem> = await get(
          address(`imports/${id}/problems`, {
            phase: 'check',
            code,
            column,
            limit: '200',
            cursor,
          }),
          signal,
        );
        for (const { value, params } of page.items) {
          // Of a cell with several, the one in question.
          const text = String(params['value'] ?? value ?? '');
          if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
        }
        read += page.items.length;
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined && read < mostValues);
      return [...counts].map(([value, count]) => ({ value, count }));
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What a dry run found stands as long as it is not run again. */
export const checkVersion = ({ options, state }: Import): string =>
  JSON.stringify([options, state === 'checked']);

export const changeImport = (id: string, options: ImportOptions): Promise<Import> =>
  send('PATCH', address(`imports/${id}`), options);

/** Makes options of the texts in a column that mean none; the file is checked again. */
export const addOptions = (
  id: string,
  column: string,
  values: NonNullable<ColumnChoice['values']>,
): Promise<Import> => send('POST', address(`imports/${id}/add-options`, { column }), { values });

/** `run`, `cancel`, `undo`. */
export const stepImport = (id: string, step: string): Promise<Import> =>
  send('POST', address(`imports/${id}/${step}`));

/** The answer of a step is what the page shows next; the list and the mark in the frame follow. */
export function showImport(client: QueryClient, made: Import): void {
  client.setQueryData(importKeys.one(made.id), made);
  // Checked again with the same options, it may find something else: options were added.
  if (isWorking(made)) client.removeQueries({ queryKey: importKeys.found(made.id) });
  void client.invalidateQueries({ queryKey: [...importKeys.all, 'list'] });
  void client.invalidateQueries({ queryKey: [...importKeys.all, 'running'] });
}
