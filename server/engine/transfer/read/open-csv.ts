import { unmarkFormula } from '../write/formula-mark.ts';
import { decodeStart, decodeText } from './decode-text.ts';
import { detectDelimiter, sepLine } from './detect-delimiter.ts';
import { detectEncoding, encodingByMark, type DetectedEncoding } from './detect-encoding.ts';
import { refuseMarkup } from './detect-kind.ts';
import { findLayout, fitRow, type FirstRow } from './find-layout.ts';
import { LooseQuote, readRecords, type RecordOptions } from './read-records.ts';
import { refuseFile } from './refuse-file.ts';
import {
  chunkRows,
  sampledRows,
  type OpenTableOptions,
  type TableLimits,
  type TableReader,
  type TableRow,
  type TableWarning,
} from './table.ts';

export async function openCsv(
  filePath: string,
  head: Buffer,
  options: OpenTableOptions,
  limits: TableLimits,
): Promise<TableReader> {
  const detected: DetectedEncoding =
    options.encoding === undefined
      ? await detectEncoding(filePath)
      : {
          encoding: options.encoding,
          bomBytes: encodingByMark(head)?.bomBytes ?? 0,
          guessed: false,
        };
  const start = await decodeStart(filePath, detected);
  if (start.trim() === '') throw refuseFile('empty');
  refuseMarkup(start);
  if (start.includes('\0')) throw refuseFile('nulByte');
  const sep = sepLine(start);
  const delimiter = options.delimiter ?? sep ?? detectDelimiter(start);
  const offset = sep === undefined ? 0 : 1;
  const warnings: TableWarning[] = [];
  const tones = detected.encoding === 'windows-1258';
  const unmark = options.formulaMarks !== 'keep';
  let looseQuotes = false;

  const clean = (cell: string): string => {
    const text = tones ? cell.normalize('NFC') : cell;
    return unmark ? unmarkFormula(text) : text;
  };

  async function* readRows(fromRow: number): AsyncGenerator<TableRow> {
    const recordOptions = (from: number): RecordOptions => ({
      delimiter,
      from,
      looseQuotes,
      maxRecordBytes: limits.recordBytes,
      offset,
    });
    let record = Math.max(1, fromRow) + offset;
    for (;;) {
      try {
        const records = readRecords(decodeText(filePath, detected), recordOptions(record));
        for await (const cells of records) {
          const rowNumber = record - offset;
          record++;
          for (let i = 0; i < cells.length; i++) {
            const cell = cells[i];
            if (cell !== undefined && cell !== '') cells[i] = clean(cell);
          }
          yield { rowNumber, cells };
        }
        return;
      } catch (error) {
        if (!(error instanceof LooseQuote)) throw error;
        looseQuotes = true;
        warnings.push({ code: 'looseQuotes', row: error.record - offset });
      }
    }
  }

  const firstRows: FirstRow[] = [];
  for await (const row of readRows(1)) {
    if (row.cells.some((cell) => cell.trim() !== '')) firstRows.push(row);
    if (firstRows.length >= sampledRows) break;
  }
  const layout = findLayout(firstRows, options.headerRow, limits);
  if (layout.columns.length === 0) throw refuseFile('empty');
  if (detected.guessed) warnings.push({ code: 'encodingGuessed', encoding: detected.encoding });
  warnings.push(...layout.warnings);
  const width = layout.columns.length;

  async function* rows({ fromRow = 1 }: { fromRow?: number } = {}): AsyncGenerator<TableRow[]> {
    let chunk: TableRow[] = [];
    for await (const row of readRows(Math.max(fromRow, layout.firstDataRow))) {
      if (row.rowNumber > limits.rows) throw refuseFile('tooManyRows', { max: limits.rows });
      const fitted = fitRow(row, width);
      if (fitted === undefined) continue;
      chunk.push(fitted);
      if (chunk.length === chunkRows) {
        yield chunk;
        chunk = [];
      }
    }
    if (chunk.length > 0) yield chunk;
  }

  return {
    kind: 'csv',
    encoding: detected.encoding,
    delimiter,
    headerRow: layout.headerRow,
    ...(layout.headerRowNumber === undefined ? {} : { headerRowNumber: layout.headerRowNumber }),
    columns: layout.columns,
    warnings,
    rows,
    countRows: async () => {
      let count = 0;
      for await (const chunk of rows()) count += chunk.length;
      return count;
    },
    close: async () => {},
  };
}
