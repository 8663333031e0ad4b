import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Reference } from '#web/api/records.ts';
import { address, get, send } from '#web/api/request.ts';

export type ImportState =
  | 'waiting'
  | 'reading'
  | 'needsChoice'
  | 'checking'
  | 'checked'
  | 'running'
  | 'done'
  | 'failed'
  | 'cancelled'
  | 'undoing'
  | 'undone';

export type OnMatch = 'create' | 'update' | 'skip';
export type OnMissing = 'refuse' | 'empty' | 'create';
export type OnProblem = 'refuse' | 'empty';

/** What becomes of one column; without a target it is left out. */
export interface ColumnChoice {
  target: string | null;
  onMissing?: OnMissing;
  onProblem?: OnProblem;
  values?: Record<string, string | null>;
}

export interface PlannedColumn extends ColumnChoice {
  index: number;
  name: string;
  samples: string[];
  by: 'given' | 'name' | 'values' | 'ignored' | 'notMapped';
  confidence: number;
}

export interface ImportOptions {
  columns?: Record<string, ColumnChoice>;
  match?: string[];
  onMatch?: OnMatch;
  numbers?: 'vi' | 'en';
  dates?: 'dmy' | 'mdy' | 'ymd';
  currency?: string;
  emptyClears?: boolean;
  sheet?: string;
  encoding?: string;
  delimiter?: string;
  headerRow?: boolean;
}

export interface ImportPlan {
  columns: PlannedColumn[];
  style: { numbers: 'vi' | 'en'; dates: 'dmy' | 'mdy' | 'ymd'; currency: string };
  match: string[];
  onMatch: OnMatch;
  warnings: { code: string; params: Record<string, string | number> }[];
  sheet?: string;
  sheets?: string[];
  encoding?: string;
  delimiter?: string;
}

export interface ImportQuestion {
  option: 'numbers' | 'dates';
  choices: string[];
  columns: string[];
  samples: string[];
}

export interface RowCounts {
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  rejected: number;
  duplicates: number;
  related: Record<string, { created: number; updated: number; unchanged: number }>;
}

export interface Import {
  id: string;
  object: string;
  state: ImportState;
  fileName: string;
  size: number;
  options: ImportOptions;
  plan: ImportPlan | null;
  questions: ImportQuestion[];
  counts: {
    check?: RowCounts;
    run?: RowCounts;
    undo?: { removed: number; restored: number; kept: number };
  };
  total: number | null;
  doneTo: number;
  failure: { code: string; params: Record<string, unknown>; message: string } | null;
  createdAt: string;
  createdBy: Reference | null;
  finishedAt: string | null;
}

export type Phase = 'check' | 'run' | 'undo';

export interface RowProblem {
  row: number;
  rejects: boolean;
  column: string | null;
  value: string | null;
  code: string;
  params: Record<string, string | number>;
  message: string;
}

export interface PreviewCell {
  text: string;
  /** How it will be kept, where that differs; `value` is the same as records have it. */
  becomes: string | null;
  value?: unknown;
}

export interface PreviewRow {
  row: number;
  cells: PreviewCell[];
  problems: RowProblem[];
}

export interface ProblemCount {
  code: string;
  column: string | null;
  rejects: boolean;
  count: number;
  rows: number;
}

/** Which rows of a dry run are looked at. */
export interface RowFilter {
  problems?: boolean;
  code?: string;
  /** Empty for rows that are wrong as a whole. */
  column?: string;
}

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
    queryKey: [...importKeys.one(id), 'rows', phase, filter, version],
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
    queryKey: [...importKeys.one(id), 'summary', phase, version],
    queryFn: ({ signal }) =>
      get<{ rows: number; items: ProblemCount[] }>(
        address(`imports/${id}/problems/summary`, { phase }),
        signal,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

const mostValues = 1000;

/** Texts of one column that are no option, each with how often it stands there. */
export const strayValuesQuery = (id: string, column: string, version: string) =>
  queryOptions({
    queryKey: [...importKeys.one(id), 'stray', column, version],
    queryFn: async ({ signal }) => {
      const counts = new Map<string, number>();
      let cursor: string | undefined;
      let read = 0;
      do {
        const page: Page<RowProblem> = await get(
          address(`imports/${id}/problems`, {
            phase: 'check',
            code: 'notAnOption',
            column,
            limit: '200',
            cursor,
          }),
          signal,
        );
        for (const { value } of page.items)
          if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
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

/** Makes options of the texts in a column that are none; the file is checked again. */
export const addOptions = (id: string, column: string): Promise<Import> =>
  send('POST', address(`imports/${id}/add-options`, { column }));

/** `run`, `cancel`, `undo`. */
export const stepImport = (id: string, step: string): Promise<Import> =>
  send('POST', address(`imports/${id}/${step}`));

/** The answer of a step is what the page shows next; the list and the mark in the frame follow. */
export function showImport(client: QueryClient, made: Import): void {
  client.setQueryData(importKeys.one(made.id), made);
  void client.invalidateQueries({ queryKey: [...importKeys.all, 'list'] });
  void client.invalidateQueries({ queryKey: [...importKeys.all, 'running'] });
}
