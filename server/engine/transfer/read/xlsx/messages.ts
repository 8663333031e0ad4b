import type { ErrorCode, ValueError } from '#shared/errors.ts';
import type { TableLimits, TableReader, TableRow, TableSheet } from '../table.ts';

export interface WorkerInput {
  filePath: string;
  sheet: string | undefined;
  headerRow: boolean | undefined;
  limits: TableLimits;
}

/** `start` gives the first chunk from a row on, `next` the following one. */
export type Question = { ask: 'open' } | { ask: 'start'; fromRow: number } | { ask: 'next' };

export type OpenedSheet = Pick<
  TableReader,
  'headerRow' | 'headerRowNumber' | 'columns' | 'warnings'
> & { sheet: string; sheets: TableSheet[] };

export interface RefusedFile {
  code: ErrorCode;
  errors: readonly ValueError[];
  extra: Record<string, unknown>;
  params: Record<string, string | number>;
}

export type Answer =
  | { opened: OpenedSheet }
  | { rows: TableRow[] | null }
  | { refused: RefusedFile };
