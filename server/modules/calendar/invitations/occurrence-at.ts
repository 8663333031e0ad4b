import type { Ctx } from '#engine/context.ts';
import { list } from '#engine/records/index.ts';

/**
 * The occurrence that a series has at a time, as an answer names it: a moment, a time on the clock of the series (programs
 * give zones names of their own, so theirs is not asked), or a day.
 */
export async function occurrenceAt(
  ctx: Ctx,
  recurrenceId: string,
  slot: string,
): Promise<string | undefined> {
  const { items } = await list(ctx, 'recurrence', {
    where: { field: 'id', op: 'eq', value: recurrenceId },
    fields: ['timeZone'],
    limit: 1,
  });
  const zone = items[0]?.['timeZone'];
  const span = typeof zone === 'string' ? spanOf(slot, zone) : undefined;
  if (!span) return undefined;
  const { items: found } = await list(ctx, 'activity', {
    where: {
      and: [
        { field: 'recurrence', op: 'eq', value: recurrenceId },
        { field: 'recurrenceSlot', op: 'gte', value: span.from },
        { field: 'recurrenceSlot', op: 'lt', value: span.before },
      ],
    },
    fields: ['subject'],
    limit: 2,
  });
  const [only, ...others] = found;
  return others.length === 0 ? only?.id : undefined;
}

function spanOf(slot: string, zone: string): { from: string; before: string } | undefined {
  try {
    const isDay = slot.length === 8;
    const from = slot.endsWith('Z')
      ? Temporal.Instant.from(slot)
      : Temporal.PlainDateTime.from(slot).toZonedDateTime(zone).toInstant();
    const before = isDay
      ? Temporal.PlainDate.from(slot).add({ days: 1 }).toZonedDateTime(zone).toInstant()
      : from.add({ seconds: 1 });
    return { from: written(from), before: written(before) };
  } catch {
    // A thirteenth month.
    return undefined;
  }
}

const written = (instant: Temporal.Instant): string =>
  instant.toString({ fractionalSecondDigits: 3 });
