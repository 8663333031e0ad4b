import type { Ctx } from '../context.ts';
import { qualified } from '../records/sql.ts';

/** What was kept of files that are gone: their words, and who opened them. */
export async function forgetFiles(ctx: Ctx, files: readonly { id: string }[]): Promise<void> {
  if (files.length === 0) return;
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  await ctx.db.prepared(
    `with t as (delete from ${table('file_text')} where file_id = any($1::uuid[]))
     delete from ${table('file_opening')} where file_id = any($1::uuid[])`,
    [files.map(({ id }) => id)],
  );
}
