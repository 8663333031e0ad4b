import type { ErrorCode, ValueError } from '#shared/errors.ts';
import type { TextStyle } from '#shared/fields/kind.ts';
import type { ImportProblemCode } from '#shared/messages/imports.ts';
import type { OpenTableOptions } from '../read/table.ts';

/**
 * `waiting` and `reading` come by themselves; `needsChoice` waits for an answer, `checked` for the word to run.
 * A finished import is `done`, `failed` or `cancelled`; what it did can then be undone once.
 */
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

/** What to do with one column of the file. */
export interface ColumnChoice {
  /** `phones`, or a field of a related object: `contact.phones`. Null: leave the column out. */
  target: string | null;
  /** A relation whose record is not found: refuse the row, leave the field empty, or make the record. */
  onMissing?: 'refuse' | 'empty' | 'create';
  /** A cell that cannot be read: refuse the row, or leave the field empty and say so. */
  onProblem?: 'refuse' | 'empty';
  /** For texts that are no option: the option, or null for none. */
  values?: Record<string, string | null>;
}

export interface ImportOptions {
  /** By the column's name as it stands in the file; columns not named here get a suggestion. */
  columns?: Record<string, ColumnChoice>;
  /** Take only the columns named, suggest nothing. */
  onlyNamed?: boolean;
  /** Fields of the object, by which a row is a record that is there; none: every row is a new record. */
  match?: string[];
  /** A row that matches: `update` when not said. */
  onMatch?: OnMatch;
  numbers?: TextStyle['numbers'];
  dates?: TextStyle['dates'];
  /** Currency of amounts that name none. */
  currency?: string;
  timeZone?: string;
  /** Empty cells empty the field of a record that is there. */
  emptyClears?: boolean;
  sheet?: string;
  encoding?: NonNullable<OpenTableOptions['encoding']>;
  delimiter?: string;
  headerRow?: boolean;
  /** Go on to the run without asking, unless a question is open. */
  run?: boolean;
  /** Leave the dry run out; only with `run`. */
  unchecked?: boolean;
}

export interface PlannedColumn extends ColumnChoice {
  index: number;
  name: string;
  samples: string[];
  /** How the target was found. `ignored` by choice; `notMapped` when nothing was. */
  by: 'given' | 'name' | 'values' | 'ignored' | 'notMapped';
  /** 0 to 1. */
  confidence: number;
}

export interface ImportPlan {
  columns: PlannedColumn[];
  style: TextStyle;
  match: string[];
  onMatch: OnMatch;
  warnings: { code: string; params: Record<string, string | number> }[];
  /** Size of the file as it was read. */
  sheet?: string;
  /** Sheets to choose from, where there are several. */
  sheets?: string[];
  encoding?: string;
  delimiter?: string;
}

export interface ImportQuestion {
  /** Member of the options that answers it. */
  option: 'numbers' | 'dates';
  choices: string[];
  columns: string[];
  samples: string[];
}

/** Rows by what becomes (in a dry run: would become) of them; they add up to the rows of the file. */
export interface RowCounts {
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  rejected: number;
  /** Taken, but like a record that is there. */
  duplicates: number;
  /** Records of other objects that came with the rows. */
  related: Record<string, { created: number; updated: number; unchanged: number }>;
}

export interface ImportCounts {
  check?: RowCounts;
  run?: RowCounts;
  undo?: { removed: number; restored: number; kept: number };
}

export interface ImportFailure {
  code: ErrorCode;
  params: Record<string, string | number>;
  /** What was wrong with what was asked for, such as a column that is not in the file. */
  errors: readonly ValueError[];
}

/** One wrong cell, or a row that is wrong as a whole. */
export interface Problem {
  row: number;
  rejects: boolean;
  column: string | null;
  value: string | null;
  code: ImportProblemCode;
  params: Record<string, string | number>;
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
  counts: ImportCounts;
  total: number | null;
  /** Row of the file up to which the running step has come. */
  doneTo: number;
  failure: (ImportFailure & { message: string }) | null;
  createdAt: string;
  createdBy: { id: string; title: string | null } | null;
  finishedAt: string | null;
}

export const noRows = (): RowCounts => ({
  created: 0,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  rejected: 0,
  duplicates: 0,
  related: {},
});
