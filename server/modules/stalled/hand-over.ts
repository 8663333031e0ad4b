import { v7 as newId } from 'uuid';
import { forbidden, invalid } from '#shared/errors.ts';
import { reachingAll } from '#engine/access/as-system.ts';
import type { Ctx } from '#engine/context.ts';
import { notify } from '#engine/notices/notify.ts';
import { findObject } from '#engine/records/find-object.ts';
import { followersOf } from '#engine/records/hand-over/followers.ts';
import { handOver as give, lockGivable, type Given } from '#engine/records/hand-over/hand-over.ts';
import { createRecords, get } from '#engine/records/index.ts';
import { withTransaction } from '#engine/transaction.ts';

export interface HandOver {
  accounts: readonly string[];
  /** The member who takes them. */
  to: string;
  note?: string | undefined;
  /** The sheet they stand on. */
  sheet?: string | undefined;
}

export interface HandedOver {
  /** Of those that were handed over, by which it can be taken back. */
  handovers: string[];
  customers: number;
  /** Records that went along: their people, open activities and whatever else goes with a customer. */
  along: number;
}

export const mostAtOnce = 200;

/**
 * Gives customers to a colleague in one step: the record, and what their owner kept with them and still has to do. The
 * customers must be the actor's to change; what belongs to them goes along whoever reaches it. What was done stays
 * with who did it.
 */
export function handOver(ctx: Ctx, asked: HandOver): Promise<HandedOver> {
  const { to } = asked;
  return withTransaction(ctx, async (ctx) => {
    if (asked.sheet !== undefined) await get(ctx, 'stalledSheet', asked.sheet);
    const given = await chosen(ctx, asked);
    if (given.length === 0) return { handovers: [], customers: 0, along: 0 };
    // What belongs to a customer follows them, also where the actor reaches the customer only.
    const whole = reachingAll(ctx, 'handover');
    const followers = followersOf(whole, findObject(whole, 'account'));
    const written = await give(whole, 'account', {
      ids: given.map(({ id }) => id),
      owner: to,
      along: followers.map(({ key }) => key),
    });
    const along = written.filter((each) => each.with !== null);
    const handovers = await keep(whole, given, along, asked);
    await tellFormer(ctx, given, to);
    return { handovers, customers: given.length, along: along.length };
  });
}

interface Customer {
  id: string;
  from: string | null;
  team: unknown;
  name: string;
  stage: unknown;
}

/** Those that are with somebody else, locked; all of them must be the actor's to change. */
async function chosen(ctx: Ctx, { accounts, to }: HandOver): Promise<Customer[]> {
  if (accounts.length > mostAtOnce)
    throw invalid([{ path: 'accounts', code: 'tooMany', params: { max: mostAtOnce } }]);
  if (ctx.directory.members.get(to)?.active !== true)
    throw invalid([{ path: 'to', code: 'notFound' }]);
  const { hidden, readOnly } = ctx.access.of('account');
  if (hidden.has('owner') || readOnly.has('owner')) throw forbidden();
  const locked = await lockGivable(ctx, findObject(ctx, 'account'), accounts);
  return [...locked].flatMap(([id, { values }]): Customer[] => {
    const { owner, team, name, stage } = values;
    const from = typeof owner === 'string' ? owner : null;
    return from === to ? [] : [{ id, from, team, name: String(name), stage }];
  });
}

async function keep(
  ctx: Ctx,
  given: readonly Customer[],
  along: readonly Given[],
  { to, note, sheet }: HandOver,
): Promise<string[]> {
  const made = await createRecords(
    ctx,
    'handover',
    given.map(({ id, from, team, name, stage }) => ({
      account: id,
      name,
      from: ctx.directory.members.get(from ?? '')?.active ? from : null,
      to,
      at: ctx.now.toISOString(),
      note: note ?? null,
      stageThen: stage,
      sheet: sheet ?? null,
      went: {
        from,
        team: team ?? null,
        along: along
          .filter((each) => each.with === id)
          .map((each) => ({ object: each.object, id: each.id })),
      },
    })),
    { trusted: true },
  );
  return made.map(({ id }) => id);
}

/** Who takes them is told by the engine, as of everything that is given to somebody. */
async function tellFormer(ctx: Ctx, given: readonly Customer[], to: string): Promise<void> {
  const key = `handedOver:${newId()}`;
  const name = ctx.directory.members.get(to)?.name ?? '';
  const notices = [...Map.groupBy(given, ({ from }) => from)].flatMap(([member, theirs]) => {
    if (member === null) return [];
    const params = { count: theirs.length, of: 'account', name };
    return [{ member, kind: 'handedOver' as const, params, key }];
  });
  await notify(ctx, notices);
}
