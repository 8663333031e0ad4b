import type { Reference } from '#web/api/records.ts';

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
