import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTable } from '../read/open-table.ts';
import type { OpenTableOptions, TableReader, TableRow } from '../read/table.ts';

/** Runs with a file of this content, which is gone afterwards. */
export async function withFile<T>(
  content: string | Uint8Array,
  run: (filePath: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'table-'));
  try {
    const filePath = join(folder, 'upload');
    await writeFile(filePath, content);
    return await run(filePath);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function allRows(reader: TableReader, fromRow = 1): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const chunk of reader.rows({ fromRow })) rows.push(...chunk);
  return rows;
}

export interface ReadTable {
  reader: TableReader;
  names: string[];
  rows: TableRow[];
}

/** Opens, reads all rows and closes. */
export const readTable = (
  content: string | Uint8Array,
  options: OpenTableOptions = {},
): Promise<ReadTable> =>
  withFile(content, async (filePath) => {
    const reader = await openTable(filePath, options);
    try {
      const rows = await allRows(reader);
      return { reader, names: reader.columns.map((column) => column.name), rows };
    } finally {
      await reader.close();
    }
  });
