import { sql } from 'kysely';
import type { Ctx } from '#engine/context.ts';
import type { CalendarAttendee } from '#engine/schema/system-tables.ts';

interface Kept {
  sequence: number;
  attendees: readonly CalendarAttendee[];
  cancelled: boolean;
}

const listed = (attendees: readonly CalendarAttendee[]) =>
  sql<CalendarAttendee[]>`${JSON.stringify(attendees)}::jsonb`;

const rowOf = ({ now }: Ctx, { sequence, attendees, cancelled }: Kept) => ({
  sequence,
  attendees: listed(attendees),
  sent_at: now.toISOString(),
  cancelled_at: cancelled ? now.toISOString() : null,
});

/** What people were invited to as one activity, or as one of a series; locked. */
export const lockInvitation = (ctx: Ctx, activityId: string) =>
  ctx.tables
    .selectFrom('calendar_invitation')
    .selectAll()
    .where('record_id', '=', activityId)
    .forUpdate()
    .executeTakeFirst();

export async function keepInvitation(
  ctx: Ctx,
  activityId: string,
  { seriesId, ...kept }: Kept & { seriesId: string | null },
): Promise<void> {
  const values = { ...rowOf(ctx, kept), series_id: seriesId };
  await ctx.tables
    .insertInto('calendar_invitation')
    .values({ record_id: activityId, ...values })
    .onConflict((clash) => clash.column('record_id').doUpdateSet(values))
    .execute();
}

export const lockSeriesInvitation = (ctx: Ctx, recurrenceId: string) =>
  ctx.tables
    .selectFrom('calendar_series_invitation')
    .selectAll()
    .where('record_id', '=', recurrenceId)
    .forUpdate()
    .executeTakeFirst();

/** What was said of single ones of the series was said anew with it. */
export async function keepSeriesInvitation(
  ctx: Ctx,
  recurrenceId: string,
  kept: Kept,
): Promise<void> {
  const values = rowOf(ctx, kept);
  await ctx.tables
    .insertInto('calendar_series_invitation')
    .values({ record_id: recurrenceId, ...values })
    .onConflict((clash) => clash.column('record_id').doUpdateSet(values))
    .execute();
  await ctx.tables
    .deleteFrom('calendar_invitation')
    .where('series_id', '=', recurrenceId)
    .execute();
}

/** What was said, or answered, of single ones of a series. */
export const occurrencesTold = (ctx: Ctx, recurrenceId: string) =>
  ctx.tables
    .selectFrom('calendar_invitation')
    .select(['record_id', 'sequence', 'attendees'])
    .where('series_id', '=', recurrenceId)
    .execute();
