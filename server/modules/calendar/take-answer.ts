import { sql } from 'kysely';
import type { Ctx } from '#engine/context.ts';
import { isId, list } from '#engine/records/index.ts';
import type { CalendarAttendee } from '#engine/schema/system-tables.ts';
import { withTransaction } from '#engine/transaction.ts';
import { refs } from './find-events.ts';
import { readCalendarAnswer } from './ics/read-answer.ts';

/** What became of it; everything but `taken` changes nothing. */
export type Taken =
  | 'taken'
  | 'unreadable'
  /** Of an activity that nobody was invited to, or that is gone. */
  | 'unknown'
  /** It does not come from whom it says, or was not for who sent the invitation. */
  | 'forged'
  /** Of an older invitation, or older than the answer that is there. */
  | 'old';

/**
 * Takes an answer that came by mail, for the system: `from` is the address the mail was found to be from. Who answers
 * can only be who sent the mail, among those who were invited; the organiser has to be ours.
 */
export function takeCalendarAnswer(
  ctx: Ctx,
  { from, file }: { from: string; file: Uint8Array },
): Promise<Taken> {
  return withTransaction(ctx, async (ctx): Promise<Taken> => {
    const answer = readCalendarAnswer(file);
    if (!answer) return 'unreadable';
    const id = /^(.+)@duyen$/.exec(answer.uid)?.[1];
    if (!isId(id)) return 'unknown';
    const row = await ctx.tables
      .selectFrom('calendar_invitation')
      .selectAll()
      .where('activity_id', '=', id)
      .where('cancelled_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    const organiser = row && (await organiserOf(ctx, id));
    if (!row || organiser === undefined) return 'unknown';
    const attendee = row.attendees.find(({ email }) => email === answer.attendee);
    const isFrom = from.trim().toLowerCase() === answer.attendee;
    if (!attendee || !isFrom || answer.organiser !== organiser) return 'forged';
    const isLate = attendee.answeredAt !== null && answer.stamp < attendee.answeredAt;
    if (answer.sequence < row.sequence || isLate) return 'old';
    const attendees = row.attendees.map((each) =>
      each === attendee ? { ...each, answer: answer.answer, answeredAt: answer.stamp } : each,
    );
    await ctx.tables
      .updateTable('calendar_invitation')
      .set({ attendees: sql<CalendarAttendee[]>`${JSON.stringify(attendees)}::jsonb` })
      .where('activity_id', '=', id)
      .execute();
    return 'taken';
  });
}

async function organiserOf(ctx: Ctx, id: string): Promise<string | undefined> {
  const { items } = await list(ctx, 'activity', {
    where: { field: 'id', op: 'eq', value: id },
    fields: ['owner'],
    limit: 1,
  });
  const [owner] = refs(items[0]?.['owner']);
  return ctx.directory.members.get(owner ?? '')?.email.toLowerCase();
}
