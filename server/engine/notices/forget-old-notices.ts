import type { Ctx } from '../context.ts';
import { longQuery } from '../long-query.ts';
import { qualified } from '../records/sql.ts';

/** Nobody looks further back; unread ones too, for whoever has not read them by then will not. */
const keptDays = 180;

/** Lets go of what people were told of long ago, and of the days on which digests were sent; for the nightly job. */
export async function forgetOldNotices(ctx: Ctx): Promise<void> {
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  await longQuery(
    ctx,
    `delete from ${table('notice')} where at < now() - make_interval(days => ${keptDays})`,
  );
  await longQuery(ctx, `delete from ${table('digest')} where day < current_date - ${keptDays}`);
}
