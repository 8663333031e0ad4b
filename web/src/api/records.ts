import type { Filter } from '#shared/filter.ts';

/** A link to another record, a member or a team. `title` is null when it may not be seen. */
export interface Reference {
  id: string;
  title: string | null;
}

export interface RecordData {
  id: string;
  version: number;
  createdAt?: string;
  createdBy?: Reference | null;
  updatedAt?: string;
  updatedBy?: Reference | null;
  [field: string]: unknown;
}

export interface ListQuery {
  where?: Filter | undefined;
  q?: string | undefined;
  sort?: string | undefined;
  fields?: readonly string[] | undefined;
  limit?: number | undefined;
  trash?: boolean | undefined;
  /** False where nobody needs to be told how many there are. */
  total?: boolean | undefined;
}

/** Beyond a thousand not exact: more than `value`. */
export interface Total {
  value: number;
  exact: boolean;
}

export interface RecordPage {
  items: RecordData[];
  nextCursor: string | null;
  /** Null where it was not asked for. */
  total: Total | null;
}

export interface CountedPage extends RecordPage {
  total: Total;
}

export interface AggregateQuery {
  where?: Filter | undefined;
  q?: string | undefined;
  groupBy?: readonly { field: string; bucket?: 'day' | 'week' | 'month' | 'quarter' | 'year' }[];
  measures: readonly {
    fn: 'count' | 'countDistinct' | 'sum' | 'avg' | 'min' | 'max';
    field?: string;
  }[];
}

export interface AggregateAnswer {
  /** False when there are more groups than are told. */
  complete: boolean;
  groups: { keys: unknown[]; values: unknown[] }[];
}

export interface BatchBody {
  create?: Record<string, unknown>[];
  update?: ({ id: string; version?: number } & Record<string, unknown>)[];
  remove?: { id: string; version?: number }[];
}
