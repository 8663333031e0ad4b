import { openStatuses } from '#shared/activity.ts';
import { conflict, forbidden, invalid, notFound, stale } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { findObject } from '#engine/records/find-object.ts';
import { createRecords, get, isId, updateRecords } from '#engine/records/index.ts';
import type { PresentedRecord } from '#engine/records/index.ts';
import { lockRecords } from '#engine/records/lock.ts';
import type { Values } from '#engine/records/rules.ts';
import { withTransaction } from '#engine/transaction.ts';
import type { Activity } from './activity.rules.ts';

export interface Finish {
  /** Fields of the activity that say what came of it: result, summary, minutes, times. */
  values: Record<string, unknown>;
  /** The next step with the same people: its kind, time and whatever differs. */
  next?: Record<string, unknown>;
  /** Why there is none; asked for where a customer would be left without one. */
  noNextStep?: string;
  /** The version that was looked at; a newer one makes it stale. */
  version?: number;
}

export interface Finished {
  activity: PresentedRecord;
  next: PresentedRecord | null;
}

/** What the next step takes over from the one before. */
const carried = ['kind', 'account', 'lead', 'contacts', 'about', 'owner'];

/**
 * Closes an activity with what came of it, and plans the next one in the same transaction: a customer that is dealt with
 * is never left without a next step unless somebody says why. Of two who finish one, the second is told of the first.
 */
export async function finishActivity(
  ctx: Ctx,
  id: string,
  { values, next, noNextStep, version }: Finish,
): Promise<Finished> {
  return withTransaction(ctx, async (ctx) => {
    const before = await lockOpen(ctx, id, version);
    const changes = { ...values, status: 'done', ...(noNextStep && { noNextStep }) };
    const [done] = await updateRecords(ctx, 'activity', [{ id, values: changes }]);
    if (!done) throw notFound();
    if (next) {
      const { hidden, readOnly } = ctx.access.of('activity');
      const open = carried.filter((key) => !hidden.has(key) && !readOnly.has(key));
      const taken = Object.fromEntries(open.map((key) => [key, before[key]]));
      const [made] = await createRecords(ctx, 'activity', [{ ...taken, ...next }], {
        prefix: () => 'next.',
      });
      return { activity: done, next: made ?? null };
    }
    if (!noNextStep && (await leavesNothing(ctx, before)))
      throw invalid([{ path: 'noNextStep', code: 'required' }]);
    return { activity: done, next: null };
  });
}

async function lockOpen(ctx: Ctx, id: string, version: number | undefined): Promise<Values> {
  if (!isId(id)) throw notFound();
  const found = (await lockRecords(ctx, findObject(ctx, 'activity'), [id], 'update')).get(
    id.toLowerCase(),
  );
  if (!found) throw notFound();
  if (!found.allowed) throw forbidden();
  if (version !== undefined && version !== found.values['version'])
    throw stale(await get(ctx, 'activity', id));
  if (!openStatuses.includes(String(found.values['status'])))
    throw conflict([{ path: 'status', code: 'readOnly' }]);
  return found.values;
}

/** Whether the customer or lead it is about is open and has nothing planned any more. */
async function leavesNothing(ctx: Ctx, values: Values): Promise<boolean> {
  // Read by the declaration that gives the type its fields.
  const { account, lead }: Activity = values;
  if (account) {
    const { stage, nextContactAt } = await get(ctx, 'account', account);
    return stage !== 'lost' && !nextContactAt;
  }
  if (!lead) return false;
  const { status, nextContactAt } = await get(ctx, 'lead', lead);
  return status !== 'converted' && status !== 'unqualified' && !nextContactAt;
}
