import type { Ctx } from './context.ts';
import type { Cells } from './db.ts';
import { withTransaction } from './transaction.ts';

/** One statement of a job that looks at a whole table: requests are cut off after seconds, this after ten minutes. */
export const longQuery = (
  ctx: Ctx,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Cells[]> =>
  withTransaction(ctx, async ({ db }) => {
    await db.query(`set local statement_timeout = '10min'`, []);
    return db.query(text, values);
  });
