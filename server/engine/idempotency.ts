import { sql } from 'kysely';
import { AppError, forbidden } from '#shared/errors.ts';
import type { Ctx } from './context.ts';
import { withTransaction } from './transaction.ts';

/** An answer as it goes over the wire, so that a repeated one is the same to the byte. */
export interface StoredAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export interface RepeatableRequest {
  /** What the caller calls this request; theirs alone. */
  key: string;
  /** Method and address. */
  route: string;
  bodyHash: string;
}

/** How long a repeated request gets the first answer. */
const keptHours = 24;
const kept = sql<string>`now() - make_interval(hours => ${keptHours})`;

/**
 * Does `effect` once per key of an actor and stores its answer in the same transaction. A repetition gets the stored
 * answer; one that comes while the first still runs is told at once to come back, for a crowd that waits would hold
 * every connection. A failed effect leaves nothing, not even the key.
 */
export function runOnce(
  ctx: Ctx,
  request: RepeatableRequest,
  effect: (ctx: Ctx) => Promise<StoredAnswer>,
): Promise<{ answer: StoredAnswer; repeated: boolean }> {
  if (ctx.actor.kind !== 'member') throw forbidden();
  const mine = { actor_id: ctx.actor.id, key: request.key };
  return withTransaction(ctx, async (inside) => {
    if (!(await claim(inside, mine, request)))
      return { answer: await recall(inside, mine, request), repeated: true };
    const answer = await effect(inside);
    await inside.tables
      .updateTable('idempotency')
      .set({ status: answer.status, headers: answer.headers, body: answer.body })
      .where('actor_id', '=', mine.actor_id)
      .where('key', '=', mine.key)
      .execute();
    return { answer, repeated: false };
  });
}

/** Takes the key until the transaction ends; true when it is new or forgotten by now. */
async function claim(
  ctx: Ctx,
  mine: { actor_id: string; key: string },
  { route, bodyHash }: RepeatableRequest,
): Promise<boolean> {
  const [turn] = await ctx.db.query('select pg_try_advisory_xact_lock(hashtextextended($1, 0))', [
    `duyen once ${ctx.workspace.id} ${mine.actor_id} ${mine.key}`,
  ]);
  if (turn?.[0] !== true) throw new AppError('conflict', { retryAfter: 1 });
  const claimed = await ctx.tables
    .insertInto('idempotency')
    .values({ ...mine, route, body_hash: bodyHash })
    .onConflict((conflict) =>
      conflict
        .columns(['actor_id', 'key'])
        .doUpdateSet({ route, body_hash: bodyHash, at: sql`now()` })
        .where('idempotency.at', '<', kept),
    )
    .returning('key')
    .executeTakeFirst();
  return claimed !== undefined;
}

async function recall(
  ctx: Ctx,
  mine: { actor_id: string; key: string },
  { route, bodyHash }: RepeatableRequest,
): Promise<StoredAnswer> {
  const first = await ctx.tables
    .selectFrom('idempotency')
    .select(['route', 'body_hash', 'status', 'headers', 'body'])
    .where('actor_id', '=', mine.actor_id)
    .where('key', '=', mine.key)
    .executeTakeFirstOrThrow();
  if (first.route !== route || first.body_hash !== bodyHash)
    throw new AppError('idempotencyMismatch');
  return { status: first.status ?? 500, headers: first.headers ?? {}, body: first.body ?? '' };
}

/** Removes keys whose time is over; for the nightly job. */
export async function forgetOldKeys(ctx: Ctx): Promise<number> {
  const { numDeletedRows } = await ctx.tables
    .deleteFrom('idempotency')
    .where('at', '<', kept)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
