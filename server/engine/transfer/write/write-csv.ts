import { Transform } from 'node:stream';
import { markFormula } from './formula-mark.ts';
import type { CellValue, WriteColumn } from './table-column.ts';

export interface CsvWriteOptions {
  /** Without the mark Excel takes UTF-8 for the code page of the machine. Default true. */
  bom?: boolean;
  delimiter?: ',' | ';' | '\t' | '|';
}

const flushBytes = 65_536;

// Any delimiter a reader may try is quoted, so that ours is the only one seen outside quotes.
const needsQuotes = /[",;\t|\r\n]|^\s|\s$/;

/** As people of any country write it, in digits only: `-1.234,5`. */
const numberPattern = /^-?\d[\d.,]*%?$/;

const quote = (text: string): string =>
  needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const cellText = (value: CellValue, kind: WriteColumn['kind']): string => {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  return quote(kind === 'number' && numberPattern.test(value) ? value : markFormula(value));
};

/**
 * Rows in (arrays of cells, object mode), bytes of a CSV file out, heading first. A text that a
 * spreadsheet would run as a formula is marked as formula-mark.ts says; numbers are not.
 */
export function csvWriter(
  columns: readonly WriteColumn[],
  options: CsvWriteOptions = {},
): Transform {
  const delimiter = options.delimiter ?? ',';
  const kinds = columns.map((column) => column.kind);
  let text =
    (options.bom === false ? '' : '\uFEFF') +
    `${columns.map((column) => quote(markFormula(column.name))).join(delimiter)}\r\n`;
  return new Transform({
    writableObjectMode: true,
    writableHighWaterMark: 64,
    transform(row: readonly CellValue[], _, done) {
      let line = '';
      for (let i = 0; i < kinds.length; i++) {
        if (i > 0) line += delimiter;
        line += cellText(row[i], kinds[i] ?? 'text');
      }
      // A lone empty cell would be a blank line, which readers pass over.
      text += line === '' ? '""\r\n' : `${line}\r\n`;
      if (text.length < flushBytes) {
        done();
        return;
      }
      const piece = Buffer.from(text);
      text = '';
      done(null, piece);
    },
    flush(done) {
      done(null, Buffer.from(text));
    },
  });
}
