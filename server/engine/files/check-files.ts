import type { Ctx } from '../context.ts';
import { fileIdOf } from './file-name.ts';
import { findLooseBytes } from './remove-old-files.ts';

export interface FileProblems {
  /** Rows whose bytes are not in the store: somebody's document is lost. */
  withoutBytes: { id: string; name: string }[];
  /** Stored bytes, a day old or more, without a row: only space is lost, and the nightly job takes it back. */
  withoutRow: string[];
}

/** Compares the rows of files with what is stored; for backups, the nightly check and doctor. */
export async function checkFiles(ctx: Ctx): Promise<FileProblems> {
  // Rows first: a file that is uploaded meanwhile has bytes before it has a row.
  const rows = await ctx.tables.selectFrom('file').select(['id', 'name']).execute();
  const stored = new Set<string>();
  for await (const name of ctx.files.list()) {
    const id = fileIdOf(ctx, name);
    if (id !== undefined) stored.add(id);
  }
  const absent = rows.filter(({ id }) => !stored.has(id));
  // Removed while this ran: the row is gone by now.
  const still = await Promise.all(
    absent.map(({ id }) =>
      ctx.tables.selectFrom('file').select('id').where('id', '=', id).executeTakeFirst(),
    ),
  );
  return {
    withoutBytes: absent.filter((_, i) => still[i] !== undefined),
    withoutRow: await Array.fromAsync(findLooseBytes(ctx)),
  };
}
