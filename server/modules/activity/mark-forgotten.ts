import { AppError } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { findObject } from '#engine/records/find-object.ts';
import { listPages, updateRecords } from '#engine/records/index.ts';
import { notify, type NewNotice } from '#engine/notices/notify.ts';
import { lockRecords } from '#engine/records/lock.ts';
import { idsIn } from '#engine/records/references.ts';
import type { Values } from '#engine/records/rules.ts';
import { withTransaction } from '#engine/transaction.ts';
import { graceMinutes } from './outcomes.ts';

/**
 * What was planned, whose slot has passed with its time of grace, and of which nobody said anything, was forgotten: the
 * system says so itself. What is in progress is not; somebody is at it. Gives the number.
 */
export async function markForgotten(ctx: Ctx): Promise<number> {
  const grace = ctx.workspace.settings.forgottenAfterMinutes ?? graceMinutes;
  const before = new Date(ctx.now.getTime() - grace * 60_000).toISOString();
  let marked = 0;
  const refused: Refused[] = [];
  const pages = listPages(ctx, 'activity', {
    where: {
      and: [
        { field: 'status', op: 'eq', value: 'planned' },
        { field: 'endsAt', op: 'lt', value: before },
      ],
    },
    sort: 'endsAt',
    fields: ['status'],
  });
  for await (const items of pages) {
    const ids = items.map(({ id }) => id);
    marked += await forgetThose(ctx, ids, before, refused);
  }
  const [first] = refused;
  if (first)
    ctx.log.error(
      { err: first.error, activity: first.id, count: refused.length },
      'activities could not be marked forgotten',
    );
  return marked;
}

interface Refused {
  id: string | undefined;
  error: AppError;
}

/** One that a rule refuses, as an older import may have left it, must not keep the others from being marked. */
async function forgetThose(
  ctx: Ctx,
  ids: readonly string[],
  before: string,
  refused: Refused[],
): Promise<number> {
  try {
    return await forget(ctx, ids, before);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const half = Math.ceil(ids.length / 2);
    if (half === ids.length) {
      refused.push({ id: ids[0], error });
      return 0;
    }
    const first = await forgetThose(ctx, ids.slice(0, half), before, refused);
    return first + (await forgetThose(ctx, ids.slice(half), before, refused));
  }
}

/** Looks again under the lock: whoever finished or moved one meanwhile wins. */
const forget = (ctx: Ctx, ids: readonly string[], before: string): Promise<number> =>
  withTransaction(ctx, async (ctx) => {
    const locked = await lockRecords(ctx, findObject(ctx, 'activity'), ids, 'update');
    const late = [...locked.values()].filter(
      ({ values: { status, endsAt } }) => status === 'planned' && String(endsAt) < before,
    );
    const patches = late.map(({ values }) => ({
      id: String(values['id']),
      values: { status: 'forgotten' },
    }));
    if (patches.length > 0) await updateRecords(ctx, 'activity', patches);
    await notify(
      ctx,
      late.flatMap(({ values }) => toldOf(values)),
    );
    return patches.length;
  });

/** Whoever was to do it, and who was to be there. */
const toldOf = ({ id, owner, people, endsAt }: Values): NewNotice[] =>
  [...new Set([...idsIn(owner), ...idsIn(people)])].map((member) => ({
    member,
    kind: 'forgotten',
    object: 'activity',
    recordId: String(id),
    params: { due: String(endsAt) },
    // Moved to another time and forgotten there again, it is told again.
    key: `forgotten:${String(id)}:${String(endsAt)}`,
  }));
