import type { Ctx } from '../../context.ts';
import { qualified } from '../sql.ts';
import { undoableDays } from './undo-merge.ts';

/** Rows removed at a time. */
const chunk = 10_000;

/** Merges stay listed, but what only their undoing needs goes once they cannot be undone. For a nightly job. */
export async function forgetOldMerges(ctx: Ctx): Promise<void> {
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  for (const kept of ['merge_link', 'merge_row']) {
    let removed: readonly unknown[];
    do {
      removed = await ctx.db.query(
        `delete from ${table(kept)} where ctid = any(array(
           select k.ctid from ${table(kept)} k join ${table('merge_log')} m on m.id = k.merge_id
           where m.undone_at is not null or m.at < $1::timestamptz - make_interval(days => ${undoableDays})
           limit ${chunk}))
         returning 1`,
        [ctx.now.toISOString()],
      );
    } while (removed.length === chunk);
  }
}
