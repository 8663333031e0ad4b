import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Ctx } from '../../context.ts';
import { openTable } from '../read/open-table.ts';
import type { OpenTableOptions, TableReader } from '../read/table.ts';
import type { ImportOptions } from './types.ts';

/** Opens a stored file for reading in rows. Readers need a file of their own; it is gone after `work`. */
export async function withSource<T>(
  ctx: Ctx,
  stored: string,
  options: ImportOptions,
  work: (reader: TableReader) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'import-'));
  try {
    const filePath = join(folder, 'upload');
    await pipeline(await ctx.files.read(stored), createWriteStream(filePath, { mode: 0o600 }));
    const reader = await openTable(filePath, tableOptions(options));
    try {
      return await work(reader);
    } finally {
      await reader.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const tableOptions = ({
  sheet,
  encoding,
  delimiter,
  headerRow,
}: ImportOptions): OpenTableOptions => ({
  ...(sheet !== undefined && { sheet }),
  ...(encoding !== undefined && { encoding }),
  ...(delimiter !== undefined && { delimiter }),
  ...(headerRow !== undefined && { headerRow }),
});
