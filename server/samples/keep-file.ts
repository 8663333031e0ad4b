import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Ctx } from '#engine/context.ts';
import { keepFiles, storeFile } from '#engine/files/upload-files.ts';

/** A file of the story: its lines, or what lies in papers/ under a name. */
export interface SampleFile {
  name: string;
  lines?: readonly string[];
  stored?: string;
}

const folder = path.join(import.meta.dirname, 'papers');

/** Puts a file into the store as the member, at that moment; gives its id. A sample that fails leaves it to be swept. */
export async function keepFile(
  ctx: Ctx,
  { name, lines = [], stored }: SampleFile,
): Promise<string> {
  const content =
    stored === undefined
      ? // The mark that tells tables of numbers which letters these are.
        Readable.from([Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)])
      : createReadStream(path.join(folder, stored));
  const file = await storeFile(ctx, { name, content });
  await keepFiles(ctx, [file]);
  await ctx.tables
    .updateTable('file')
    .set({ created_at: ctx.now.toISOString() })
    .where('id', '=', file.id)
    .execute();
  return file.id;
}
