import type { Ctx } from '../context.ts';

/**
 * Works off all items together; when that fails, one by one, leaving out with a line in the log what fails alone. One
 * thing that cannot be told must not keep everything behind it from being told. Inside a transaction, which goes on.
 */
export async function eachOrAll<T>(
  ctx: Ctx,
  items: readonly T[],
  work: (items: readonly T[]) => Promise<void>,
): Promise<void> {
  if (items.length === 0 || (await attempt(ctx, () => work(items)))) return;
  for (const item of items)
    await attempt(
      ctx,
      () => work([item]),
      (error) =>
        ctx.log.error({ err: error, workspace: ctx.workspace.id, item }, 'somebody was not told'),
    );
}

async function attempt(
  { db }: Ctx,
  work: () => Promise<void>,
  onError: (error: unknown) => void = () => undefined,
): Promise<boolean> {
  await db.query('savepoint telling', []);
  try {
    await work();
    await db.query('release savepoint telling', []);
    return true;
  } catch (error) {
    // A connection that is gone fails here too, and takes the transaction along: then all is done again.
    await db.query('rollback to savepoint telling', []);
    onError(error);
    return false;
  }
}
