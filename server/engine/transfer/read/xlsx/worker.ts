import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#shared/errors.ts';
import { findLayout, fitRow } from '../find-layout.ts';
import { refuseFile } from '../refuse-file.ts';
import { chunkRows, sampledRows, type TableRow, type TableWarning } from '../table.ts';
import type { Answer, OpenedSheet, Question, WorkerInput } from './messages.ts';
import { readSheet } from './read-sheet.ts';
import { readWorkbook, type Workbook } from './read-workbook.ts';
import { openZipParts, type ZipParts } from './zip-parts.ts';

if (parentPort === null) throw new Error('this file runs in a worker');
const port = parentPort;
// The only sender is open-xlsx.ts, which builds it with this type.
const { filePath, sheet: wanted, headerRow, limits } = workerData as WorkerInput;

let zip: ZipParts;
let book: Workbook;
let part = '';
let width = 0;
let firstDataRow = 1;
let reading: AsyncGenerator<TableRow[]> | undefined;

async function firstRowsOf(candidate: string): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of readSheet(zip.read(candidate), book, limits, 1)) {
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
    if (rows.length >= sampledRows) break;
  }
  return rows;
}

async function openWorkbook(): Promise<OpenedSheet> {
  zip = await openZipParts(filePath, limits);
  book = await readWorkbook(zip);
  const candidates =
    wanted === undefined
      ? [...book.sheets].sort((a, b) => Number(a.hidden) - Number(b.hidden))
      : book.sheets.filter((sheet) => sheet.name === wanted);
  for (const sheet of candidates) {
    const rows = await firstRowsOf(sheet.part);
    if (rows.length === 0) continue;
    const { firstDataRow: first, ...layout } = findLayout(rows, headerRow, limits);
    part = sheet.part;
    width = layout.columns.length;
    firstDataRow = first;
    const warnings: TableWarning[] = [...layout.warnings];
    if (sheet.hidden) warnings.push({ code: 'hiddenSheet', sheet: sheet.name });
    return {
      ...layout,
      warnings,
      sheet: sheet.name,
      sheets: book.sheets.map(({ name, hidden }) => ({ name, hidden })),
    };
  }
  throw refuseFile(candidates.length === 0 ? 'noSuchSheet' : 'empty');
}

async function* chunks(fromRow: number): AsyncGenerator<TableRow[]> {
  let chunk: TableRow[] = [];
  const start = Math.max(fromRow, firstDataRow);
  for await (const row of readSheet(zip.read(part), book, limits, start)) {
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

async function answer(question: Question): Promise<Answer> {
  if (question.ask === 'open') return { opened: await openWorkbook() };
  if (question.ask === 'start') {
    await reading?.return(undefined);
    reading = chunks(question.fromRow);
  }
  const next = await reading?.next();
  return { rows: next === undefined || next.done === true ? null : next.value };
}

port.on('message', (question: Question) => {
  answer(question).then(
    (given) => port.postMessage(given),
    (error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      const { code, errors, extra, params } = error;
      port.postMessage({ refused: { code, errors, extra, params } });
    },
  );
});
