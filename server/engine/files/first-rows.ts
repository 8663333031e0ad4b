import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { AppError } from '#shared/errors.ts';
import { isRowsType, isTableType } from '#shared/table-type.ts';
import type { Ctx } from '../context.ts';
import { openTable } from '../transfer/read/open-table.ts';
import type { TableReader } from '../transfer/read/table.ts';
import { storedName } from './file-name.ts';
import type { FileRow } from './find-file.ts';

/** The beginning of a table, to be looked at. */
export interface FirstRows {
  columns: string[];
  rows: string[][];
  /** Of a workbook, the name of the one whose rows these are. */
  sheet: string | null;
  /** There is nothing behind these rows. */
  isWhole: boolean;
}

const mostRows = 200;
/** Nothing behind is read, however large the file. */
const mostBytes = 1_048_576;
/** A workbook is packed: only the whole of it can be read. */
const largestWorkbook = 10 * 1_048_576;
const newLine = 10;

/** The first rows of a file of rows or of a workbook, read as an import reads it; null where it cannot be read as a table. */
export async function firstRows(ctx: Ctx, file: FileRow): Promise<FirstRows | null> {
  if (!isTableType(file.type) || file.size === 0) return null;
  const most = isRowsType(file.type) ? mostBytes : largestWorkbook;
  const isCut = file.size > most;
  if (isCut && !isRowsType(file.type)) return null;
  const range = { start: 0, end: Math.min(file.size, most) - 1 };
  const bytes = await buffer(await ctx.files.read(storedName(ctx, file.id), range));
  const folder = await mkdtemp(path.join(tmpdir(), 'duyen-rows-'));
  try {
    const filePath = path.join(folder, 'file');
    // No character and no row is left in two.
    const start = isCut ? bytes.subarray(0, bytes.lastIndexOf(newLine) + 1) : bytes;
    await writeFile(filePath, start, { mode: 0o600 });
    return await readStart(await openTable(filePath), isCut);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readStart(reader: TableReader, isCut: boolean): Promise<FirstRows> {
  const columns = reader.columns.map(({ name }) => name);
  const rows: string[][] = [];
  try {
    for await (const chunk of reader.rows()) {
      rows.push(...chunk.map(({ cells }) => cells));
      if (rows.length > mostRows) break;
    }
  } catch (error) {
    // A value of several lines stands where the file was cut.
    if (!isCut || !(error instanceof AppError) || rows.length === 0) throw error;
  } finally {
    await reader.close();
  }
  return {
    columns,
    rows: rows.slice(0, mostRows),
    sheet: reader.sheet ?? null,
    isWhole: !isCut && rows.length <= mostRows,
  };
}
