import type { Ctx } from '../context.ts';
import { qualified } from '../records/sql.ts';

/** Longer than a change takes from its moment to its line in the history. */
const slackMs = 3_600_000;

/**
 * Ids between which all lines of a time lie, and few others: lines are numbered as they are written, so a few looks find
 * the place, and no index on the time has to be kept with every change.
 */
export async function idsBetween(
  ctx: Ctx,
  { from, to }: { from: Date | undefined; to: Date | undefined },
): Promise<{ first: number; end: number }> {
  return {
    first: from ? await firstAt(ctx, from.getTime() - slackMs) : 0,
    end: to ? await firstAt(ctx, to.getTime() + slackMs) : Number.MAX_SAFE_INTEGER,
  };
}

/** A line that is of this moment or later, with no later one between it and those well before. */
async function firstAt(ctx: Ctx, moment: number): Promise<number> {
  const table = qualified(ctx.workspace.schema, 'history');
  const [last] = await ctx.db.query(`select max(id) from ${table}`, []);
  let low = 0;
  let high = Number(last?.[0] ?? 0) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [line] = await ctx.db.prepared(
      `select id, at from ${table} where id >= $1::bigint order by id limit 1`,
      [middle],
    );
    if (!line || Date.parse(String(line[1])) >= moment) high = middle;
    else low = Number(line[0]) + 1;
  }
  return low;
}
