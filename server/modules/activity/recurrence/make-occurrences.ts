import type { RecordOf } from '#shared/define.ts';
import type { Ctx } from '#engine/context.ts';
import { createRecords, updateRecords } from '#engine/records/index.ts';
import { plusMinutes } from '../minutes.ts';
import type { recurrence } from './recurrence.object.ts';
import { slotsOf } from './rule.ts';

export type Recurrence = Partial<RecordOf<typeof recurrence>> & {
  /** As it is kept or as it is presented. */
  owner?: unknown;
};

/** How far ahead occurrences are made, and how many of one series at most. */
const aheadDays = 400;
const mostAhead = 500;
const atOnce = 100;
/** Nobody else says which series an activity belongs to. */
export const ofSeries: readonly string[] = ['recurrence', 'recurrenceSlot'];

/**
 * Makes the occurrences of a series that are due to be made, as activities of whoever has the series, and notes how far
 * it got.
 * Gives the ids of those made, in their order.
 */
export async function makeOccurrences(
  ctx: Ctx,
  id: string,
  { rule = '', firstAt = '', timeZone = '', minutes = 0, values, madeUntil, owner }: Recurrence,
): Promise<string[]> {
  const from = madeUntil ? Date.parse(madeUntil) + 1 : Date.parse(firstAt);
  const until = ctx.now.getTime() + aheadDays * 86_400_000;
  const slots = slotsOf({ rule, firstAt, timeZone }, from, Math.max(until, from), mostAhead);
  const template = typeof values === 'object' && values !== null ? values : {};
  const ids: string[] = [];
  for (let at = 0; at < slots.length; at += atOnce) {
    const inputs = slots.slice(at, at + atOnce).map((slot) => ({
      ...template,
      owner,
      startsAt: slot,
      endsAt: plusMinutes(slot, minutes ?? 0),
      recurrence: id,
      recurrenceSlot: slot,
    }));
    const made = await createRecords(ctx, 'activity', inputs, { sets: ofSeries });
    ids.push(...made.map((record) => record.id));
  }
  const reached = slots.length < mostAhead ? new Date(until).toISOString() : slots.at(-1);
  const kept = { madeUntil: reached ?? firstAt };
  await updateRecords(ctx, 'recurrence', [{ id, values: kept }], { trusted: true });
  return ids;
}
