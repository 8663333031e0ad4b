/** What a cell of a spreadsheet is. A CSV file has only strings, so its rows carry no types. */
export type CellType = 'string' | 'number' | 'date' | 'dateTime' | 'time' | 'boolean' | 'error';

export interface TableRow {
  /** As the person sees it when the file is opened in a spreadsheet: 1 is the first row. */
  rowNumber: number;
  /**
   * One string per column. Where `types` says it is not a string the form is fixed: number
   * `-12.5`, date `2026-11-21`, dateTime `2026-11-21T08:30:00` (no zone), time `08:30:00`,
   * boolean `true` or `false`, error `#N/A`.
   */
  cells: string[];
  /** Present for XLSX; same length as `cells`. */
  types?: CellType[];
  /** Values to the right of the last column: the row cannot be trusted. */
  extraCells?: string[];
}

export interface TableColumn {
  index: number;
  /** Distinct within the table; a column without a heading is named by its letter. */
  name: string;
  /** Up to 20 different values from the first rows. */
  samples: string[];
}

export interface TableSheet {
  name: string;
  hidden: boolean;
}

export type TableWarning =
  | { code: 'duplicateHeader'; column: string }
  | { code: 'emptyHeader'; column: string }
  | { code: 'titleRowsSkipped'; rows: number }
  | { code: 'encodingGuessed'; encoding: TextEncodingName }
  | { code: 'hiddenSheet'; sheet: string }
  | { code: 'looseQuotes'; row: number }
  | { code: 'noRows' };

export interface TableReader {
  kind: 'csv' | 'xlsx';
  encoding?: TextEncodingName;
  delimiter?: string;
  sheet?: string;
  sheets?: TableSheet[];
  headerRow: boolean;
  headerRowNumber?: number;
  columns: TableColumn[];
  warnings: TableWarning[];
  /** Chunks of at most 500 rows; rows without any value are left out. Can be called again. */
  rows: (options?: { fromRow?: number }) => AsyncGenerator<TableRow[]>;
  /** Reads to the end: the number of rows with values; throws what `rows` would throw. */
  countRows: () => Promise<number>;
  close: () => Promise<void>;
}

export interface TableLimits {
  fileBytes: number;
  columns: number;
  rows: number;
  /** One line of a CSV file, or one cell of a spreadsheet. */
  recordBytes: number;
  zipEntries: number;
  unpackedBytes: number;
  zipRatio: number;
}

export const defaultTableLimits: TableLimits = {
  fileBytes: 100_000_000,
  columns: 500,
  rows: 1_048_576,
  recordBytes: 1_000_000,
  zipEntries: 200,
  unpackedBytes: 100_000_000,
  zipRatio: 200,
};

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252';

export interface OpenTableOptions {
  /** Name of the sheet; the first visible one with rows when left out. */
  sheet?: string;
  encoding?: TextEncodingName;
  delimiter?: string;
  /** Whether the first row (after titles) names the columns; found out when left out. */
  headerRow?: boolean;
  /**
   * `strip` (default) undoes the quote mark that our own CSV export sets before a formula
   * character, so that importing an export is the identity. `keep` leaves cells as they are.
   */
  formulaMarks?: 'strip' | 'keep';
  limits?: Partial<TableLimits>;
  /** Longest wait for one answer of the worker that reads a spreadsheet. */
  timeLimitMs?: number;
}

export const chunkRows = 500;
export const sampledRows = 100;

/** 0 → A, 25 → Z, 26 → AA. */
export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') +
  String.fromCharCode(65 + (index % 26));
