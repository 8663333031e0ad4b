/** What a writer is given for one cell; null and undefined are an empty cell. */
export type CellValue = string | number | boolean | null | undefined;

/**
 * Values by kind: `text` any string; `number` a number or a decimal string `-12.50`; `boolean`;
 * `date` `2026-11-21`; `dateTime` local time without a zone `2026-11-21T08:30:00`, because a
 * spreadsheet knows no zone. A value that does not fit its kind is written as text.
 */
export interface WriteColumn {
  name: string;
  kind: 'text' | 'number' | 'boolean' | 'date' | 'dateTime';
  /** Width in characters, XLSX only. */
  width?: number;
}

export const decimalPattern = /^-?\d+(?:\.\d+)?$/;
