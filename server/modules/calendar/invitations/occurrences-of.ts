import { asSystem } from '#engine/access/as-system.ts';
import type { Ctx } from '#engine/context.ts';
import { listAll, type PresentedRecord } from '#engine/records/index.ts';
import { presentVisible } from '#engine/records/present-visible.ts';
import { occurrenceFields } from '../series-events.ts';

export interface Occurrences {
  /** As the actor may read them, with who takes part, in their order. */
  seen: PresentedRecord[];
  /** Times at which there are others, of which the actor knows nothing. */
  taken: Set<string>;
}

const fields = [...occurrenceFields, 'people', 'contacts'];

/**
 * The occurrences of a series from a moment on that take place. What people were invited to by itself before is not told
 * again as one of the series.
 */
export async function occurrencesOf(
  ctx: Ctx,
  recurrenceId: string,
  from: string,
): Promise<Occurrences> {
  const slots = await slotsOf(asSystem(ctx, 'invitation'), recurrenceId, from);
  const ids = [...slots.keys()];
  const hidden = ctx.access.of('activity').hidden;
  const wanted = fields.filter((field) => !hidden.has(field));
  const alone = await invitedAlone(ctx, ids);
  const found = new Map(
    (await presentVisible(ctx, 'activity', ids, wanted))
      .filter(({ startsAt }) => typeof startsAt === 'string')
      .map((item) => [item.id, { ...item, recurrenceSlot: slots.get(item.id) }]),
  );
  const known = ids.filter((id) => !alone.has(id));
  return {
    seen: known.flatMap((id) => found.get(id) ?? []),
    taken: new Set(known.flatMap((id) => (found.has(id) ? [] : (slots.get(id) ?? [])))),
  };
}

async function slotsOf(ctx: Ctx, recurrence: string, from: string): Promise<Map<string, string>> {
  const found = await listAll(ctx, 'activity', {
    where: {
      and: [
        { field: 'recurrence', op: 'eq', value: recurrence },
        { field: 'recurrenceSlot', op: 'gte', value: from },
        { field: 'status', op: 'ne', value: 'cancelled' },
      ],
    },
    sort: 'recurrenceSlot',
    fields: ['recurrenceSlot'],
  });
  return new Map(found.map(({ id, recurrenceSlot }) => [id, String(recurrenceSlot)]));
}

async function invitedAlone(ctx: Ctx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await ctx.tables
    .selectFrom('calendar_invitation')
    .select('record_id')
    .where('record_id', 'in', [...ids])
    .where('series_id', 'is', null)
    .where('cancelled_at', 'is', null)
    .execute();
  return new Set(rows.map(({ record_id }) => record_id));
}
