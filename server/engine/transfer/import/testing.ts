import { Readable } from 'node:stream';
import type { Ctx } from '../../context.ts';
import { runImportNow, startImport, type Import, type ImportOptions } from './index.ts';

/** Uploads a file and works it off as far as it goes. */
export async function importFile(
  ctx: Ctx,
  object: string,
  content: string | Uint8Array,
  options: ImportOptions = {},
): Promise<Import> {
  const source = Readable.from([Buffer.from(content)]);
  const { id } = await startImport(ctx, {
    object,
    source,
    fileName: 'list.csv',
    options,
    here: true,
  });
  return runImportNow(ctx, id);
}
