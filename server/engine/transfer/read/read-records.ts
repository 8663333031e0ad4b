import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { AppError } from '#shared/errors.ts';
import { refuseFile } from './refuse-file.ts';

export interface RecordOptions {
  delimiter: string;
  /** 1 for the first record. */
  from: number;
  /** Quotes inside a field without quotes are letters. */
  looseQuotes: boolean;
  maxRecordBytes: number;
  /** Records that are no rows of the table before it (the `sep=` line). */
  offset: number;
}

const loose = (cells: readonly string[]): boolean =>
  cells.some((cell) => cell.startsWith('"') && /[\r\n]/.test(cell));

/**
 * Records of CSV text, blank lines included so that they can be counted. A quote that opens inside
 * a field throws LooseQuote first: the caller decides to go on loosely from that record.
 */
export class LooseQuote extends Error {
  readonly record: number;
  constructor(record: number) {
    super('looseQuote');
    this.record = record;
  }
}

export async function* readRecords(
  text: AsyncIterable<Buffer>,
  options: RecordOptions,
): AsyncGenerator<string[]> {
  const source = Readable.from(text, { objectMode: false, highWaterMark: 65_536 });
  const parser = parse({
    delimiter: options.delimiter,
    from: options.from,
    max_record_size: options.maxRecordBytes,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: options.looseQuotes,
  });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let record = options.from;
  try {
    for await (const cells of parser) {
      if (options.looseQuotes && loose(cells)) {
        throw refuseFile('unclosedQuote', { row: record - options.offset });
      }
      yield cells;
      record++;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw translate(error, options);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

function translate(error: CsvError, options: RecordOptions): AppError | LooseQuote {
  const record = Number(error['records'] ?? 0) + 1;
  const row = record - options.offset;
  if (error.code === 'INVALID_OPENING_QUOTE') return new LooseQuote(record);
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return refuseFile('unclosedQuote', { row });
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return refuseFile('recordTooLong', { row, max: options.maxRecordBytes });
  }
  return refuseFile('strayQuote', { row });
}
