import { conflict, forbidden, invalid, notFound } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { get } from '#engine/records/index.ts';
import { wakeReaders } from '#engine/realtime/wake.ts';
import { findObject, tableOf } from '#engine/records/find-object.ts';
import { withTransaction } from '#engine/transaction.ts';
import { choicesOf } from './choices.ts';
import { pollState, readPolls, type PollResult } from './read-polls.ts';

/**
 * What the actor answers; an open answer can be changed until the poll closes. A secret one cannot: nobody, the database
 * included, knows what it was.
 */
export function vote(ctx: Ctx, id: string, chosen: readonly string[]): Promise<PollResult> {
  return withTransaction(ctx, async (ctx) => {
    const { actor } = ctx;
    if (actor.kind !== 'member') throw forbidden();
    const poll = await get(ctx, 'poll', id);
    const { several, secret, isOpen } = await pollState(ctx, poll);
    if (!isOpen) throw conflict([{ path: 'choices', code: 'readOnly' }]);
    const known = choicesOf(poll['choices']);
    const choices = [...new Set(chosen)];
    if (choices.length === 0) throw invalid([{ path: 'choices', code: 'required' }]);
    if (!choices.every((each) => known.includes(each)))
      throw invalid([{ path: 'choices', code: 'notAnOption' }]);
    if (choices.length > 1 && !several)
      throw invalid([{ path: 'choices', code: 'tooMany', params: { max: 1 } }]);
    // One vote after another: two windows of one person give one vote.
    await ctx.db.query(
      `select from ${tableOf(ctx, findObject(ctx, 'poll'))} where id = $1 for no key update`,
      [poll.id],
    );
    const row = { record_id: poll.id, member_id: actor.id, at: ctx.now.toISOString() };
    if (secret) await voteSecretly(ctx, row, choices);
    else
      await ctx.tables
        .insertInto('ballot')
        .values({ ...row, choices })
        .onConflict((same) => same.columns(['record_id', 'member_id']).doUpdateSet({ choices }))
        .execute();
    await announce(ctx, poll.id, poll.version);
    const [result] = await readPolls(ctx, [poll]);
    if (!result) throw notFound();
    return result;
  });
}

/** Whoever has the poll before them sees that somebody answered. */
async function announce(ctx: Ctx, id: string, version: number): Promise<void> {
  await ctx.tables
    .insertInto('outbox')
    .values({
      at: ctx.now.toISOString(),
      kind: 'record.vote',
      object: 'poll',
      record_id: id,
      version,
    })
    .execute();
  wakeReaders(ctx);
}

interface Ballot {
  record_id: string;
  member_id: string;
  at: string;
}

async function voteSecretly(ctx: Ctx, row: Ballot, choices: readonly string[]): Promise<void> {
  const { numInsertedOrUpdatedRows } = await ctx.tables
    .insertInto('ballot')
    .values({ ...row, choices: [] })
    .onConflict((same) => same.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw conflict([{ path: 'choices', code: 'readOnly' }]);
  for (const choice of choices)
    await ctx.tables
      .insertInto('ballot_count')
      .values({ record_id: row.record_id, choice, votes: 1 })
      .onConflict((same) =>
        same
          .columns(['record_id', 'choice'])
          .doUpdateSet((eb) => ({ votes: eb('ballot_count.votes', '+', 1) })),
      )
      .execute();
}
