import { v7 as newId } from 'uuid';
import { invalid, notFound } from '#shared/errors.ts';
import { asSystem } from '#engine/access/as-system.ts';
import type { Ctx } from '#engine/context.ts';
import { notify } from '#engine/notices/notify.ts';
import { findObject } from '#engine/records/find-object.ts';
import { createRecords, updateRecords } from '#engine/records/index.ts';
import { lockRecords } from '#engine/records/lock.ts';
import { withTransaction } from '#engine/transaction.ts';
import { whatGoesAlong, type Along } from './what-goes-along.ts';

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
export function handOver(ctx: Ctx, { accounts, to, note, sheet }: HandOver): Promise<HandedOver> {
  return withTransaction(ctx, async (ctx) => {
    const ids = [...new Set(accounts.map((id) => id.toLowerCase()))];
    if (ids.length === 0 || ids.length > mostAtOnce)
      throw invalid([{ path: 'accounts', code: 'tooMany', params: { max: mostAtOnce } }]);
    if (ctx.directory.members.get(to)?.active !== true)
      throw invalid([{ path: 'to', code: 'notFound' }]);
    const locked = await lockRecords(ctx, findObject(ctx, 'account'), ids, 'update');
    if (ids.some((id) => !locked.has(id))) throw notFound();
    const given = ids.flatMap((id): Given[] => {
      const values = locked.get(id)?.values ?? {};
      const from = typeof values['owner'] === 'string' ? values['owner'] : null;
      if (from === to) return [];
      return [{ id, from, name: String(values['name']), stage: values['stage'] }];
    });
    if (given.length === 0) return { handovers: [], customers: 0, along: 0 };
    await updateRecords(
      ctx,
      'account',
      given.map(({ id }) => ({ id, values: { owner: to } })),
    );
    // What belongs to a customer follows them, also where the actor reaches the customer only.
    const whole: Ctx = { ...ctx, access: asSystem(ctx, 'handover').access };
    const along = await whatGoesAlong(whole, given);
    for (const [object, found] of Map.groupBy(along, (each) => each.object))
      await give(
        whole,
        object,
        found.map(({ id }) => id),
        to,
      );
    const handovers = await keep(whole, given, { along, to, note, sheet });
    await tellFormer(ctx, given, to);
    return { handovers, customers: given.length, along: along.length };
  });
}

export interface Given {
  id: string;
  from: string | null;
  name: string;
  stage: unknown;
}

const atOnce = 200;

export async function give(
  ctx: Ctx,
  object: string,
  ids: readonly string[],
  owner: string | null,
): Promise<void> {
  for (let at = 0; at < ids.length; at += atOnce)
    await updateRecords(
      ctx,
      object,
      ids.slice(at, at + atOnce).map((id) => ({ id, values: { owner } })),
    );
}

async function keep(
  ctx: Ctx,
  given: readonly Given[],
  { along, to, note, sheet }: Omit<HandOver, 'accounts'> & { along: readonly Along[] },
): Promise<string[]> {
  const made = await createRecords(
    ctx,
    'handover',
    given.map(({ id, from, name, stage }) => ({
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
        along: along
          .filter(({ account }) => account === id)
          .map(({ object, id: record }) => ({ object, id: record })),
      },
    })),
    { trusted: true },
  );
  return made.map(({ id }) => id);
}

/** Who takes them is told by the engine, as of everything that is given to somebody. */
async function tellFormer(ctx: Ctx, given: readonly Given[], to: string): Promise<void> {
  const key = newId();
  const byOwner = Map.groupBy(given, ({ from }) => from);
  await notify(
    ctx,
    [...byOwner].flatMap(([member, theirs]) =>
      member === null
        ? []
        : [
            {
              member,
              kind: 'handedOver' as const,
              object: 'account',
              recordId: theirs.length === 1 ? (theirs[0]?.id ?? null) : null,
              params: {
                count: theirs.length,
                of: 'account',
                name: ctx.directory.members.get(to)?.name ?? '',
              },
              key: `handedOver:${key}`,
            },
          ],
    ),
  );
}
