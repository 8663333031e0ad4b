import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { storedName } from '../file-name.ts';

/** Days after which an upload that nobody went on with was given up. */
export const keptDays = 7;

/** Lets go of uploads that were given up, with what came of them, and of the memory of those that ended. */
export async function forgetUploads(ctx: Ctx): Promise<void> {
  const gone = await ctx.tables
    .deleteFrom('file_upload')
    .where((eb) =>
      eb.or([
        eb('touched_at', '<', sql<string>`now() - make_interval(days => ${keptDays})`),
        eb('finished_at', '<', sql<string>`now() - make_interval(days => 1)`),
      ]),
    )
    .returning('id')
    .execute();
  for (const { id } of gone) await ctx.files.parts.drop(storedName(ctx, id));
}
