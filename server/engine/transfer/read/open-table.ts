import { open } from 'node:fs/promises';
import { detectKind } from './detect-kind.ts';
import { openCsv } from './open-csv.ts';
import { openXlsx } from './open-xlsx.ts';
import { refuseFile } from './refuse-file.ts';
import { defaultTableLimits, type OpenTableOptions, type TableReader } from './table.ts';

/**
 * Opens a CSV or XLSX file for reading in rows; the kind is found by content. Throws AppErrors of
 * refuse-file.ts, here or while rows are read. The caller closes the reader.
 */
export async function openTable(
  filePath: string,
  options: OpenTableOptions = {},
): Promise<TableReader> {
  const limits = { ...defaultTableLimits, ...options.limits };
  const file = await open(filePath);
  let head: Buffer;
  try {
    const { size } = await file.stat();
    if (size > limits.fileBytes) throw refuseFile('fileTooLarge', { max: limits.fileBytes });
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    head = buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
  return detectKind(head) === 'xlsx'
    ? openXlsx(filePath, options, limits)
    : openCsv(filePath, head, options, limits);
}
