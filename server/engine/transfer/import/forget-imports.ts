import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { TimedJob } from '#engine/jobs/job.ts';

const keptDays = 30;
const chunk = 100;

/** Throws away the files and rows of old imports: people's data is not kept beyond its use. What was imported stays. */
async function forgetImports(ctx: Ctx): Promise<void> {
  for (;;) {
    const old = await ctx.tables
      .updateTable('import')
      .set({ stored: null, updated_at: sql<string>`now()` })
      .where('id', 'in', (from) =>
        from
          .selectFrom('import')
          .select('id')
          .where('stored', 'is not', null)
          .where('updated_at', '<', sql<string>`now() - make_interval(days => ${keptDays})`)
          .limit(chunk),
      )
      .returning('id')
      .execute();
    for (const { id } of old) {
      await ctx.files.remove(`import-${id}`);
      await ctx.tables.deleteFrom('import_problem').where('import_id', '=', id).execute();
    }
    if (old.length < chunk) return;
  }
}

export const nightlyForgetImports: TimedJob = {
  name: 'nightlyForgetImports',
  at: '15 19 * * *',
  run: forgetImports,
};
