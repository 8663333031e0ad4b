import { sql } from 'kysely';
import { asSystem } from '#engine/access/as-system.ts';
import type { Ctx } from '#engine/context.ts';
import { idsOf, isId, list } from '#engine/records/index.ts';
import type { CalendarAttendee } from '#engine/schema/system-tables.ts';
import { withTransaction } from '#engine/transaction.ts';
import { readCalendarAnswer, type CalendarAnswer, type GivenAnswer } from '../ics/index.ts';
import { lockInvitation, lockSeriesInvitation } from './kept-invitations.ts';
import { occurrenceAt } from './occurrence-at.ts';

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
 * can only be who sent the mail, among those who were invited; the organiser has to be ours. It may be to an activity,
 * to a series, or to some of a series.
 */
export function takeCalendarAnswer(
  ctx: Ctx,
  { from, file }: { from: string; file: Uint8Array },
): Promise<Taken> {
  return withTransaction(asSystem(ctx, 'calendar answer'), async (ctx): Promise<Taken> => {
    const answer = readCalendarAnswer(file);
    if (!answer) return 'unreadable';
    const id = /^(.+)@duyen$/.exec(answer.uid)?.[1];
    if (!isId(id)) return 'unknown';
    if (from.trim().toLowerCase() !== answer.attendee) return 'forged';
    const results: Taken[] = [];
    for (const given of answer.given) results.push(await takeOne(ctx, { id, answer, given }));
    return results.includes('taken') ? 'taken' : (results[0] ?? 'unreadable');
  });
}

interface One {
  id: string;
  answer: CalendarAnswer;
  given: GivenAnswer;
}

async function takeOne(ctx: Ctx, { id, answer, given }: One): Promise<Taken> {
  const whole = await lockSeriesInvitation(ctx, id);
  if (whole) return takeOfSeries(ctx, whole, { id, answer, given });
  const row = given.slot === undefined ? await lockInvitation(ctx, id) : undefined;
  if (row?.cancelled_at !== null || row.series_id !== null) return 'unknown';
  const organiser = await organiserOf(ctx, 'activity', id);
  const taken = merged(row, { answer, given, organiser });
  if (typeof taken === 'string') return taken;
  await keep(ctx, 'calendar_invitation', id, taken);
  return 'taken';
}

type Whole = NonNullable<Awaited<ReturnType<typeof lockSeriesInvitation>>>;

async function takeOfSeries(ctx: Ctx, whole: Whole, { id, answer, given }: One): Promise<Taken> {
  if (whole.cancelled_at !== null) return 'unknown';
  const organiser = await organiserOf(ctx, 'recurrence', id);
  if (given.slot === undefined) {
    const taken = merged(whole, { answer, given, organiser });
    if (typeof taken === 'string') return taken;
    await keep(ctx, 'calendar_series_invitation', id, taken);
    return 'taken';
  }
  const activity = await occurrenceAt(ctx, id, given.slot);
  if (activity === undefined) return 'unknown';
  const own = await lockInvitation(ctx, activity);
  const isOfSeries = own?.series_id === id;
  if (own && (isOfSeries ? own.cancelled_at !== null : own.cancelled_at === null)) return 'unknown';
  // Nothing was said of this one alone yet: who was invited to all was invited to it.
  const attendees = isOfSeries
    ? own.attendees
    : whole.attendees.map((each) => ({ ...each, answer: null, answeredAt: null }));
  const sequence = isOfSeries ? own.sequence : whole.sequence;
  const taken = merged({ attendees, sequence }, { answer, given, organiser });
  if (typeof taken === 'string') return taken;
  const values = {
    sequence,
    series_id: id,
    attendees: listed(taken),
    sent_at: isOfSeries ? own.sent_at : whole.sent_at,
    cancelled_at: null,
  };
  await ctx.tables
    .insertInto('calendar_invitation')
    .values({ record_id: activity, ...values })
    .onConflict((clash) => clash.column('record_id').doUpdateSet(values))
    .execute();
  return 'taken';
}

/** Everybody's answers with this one; why not, when it does not count. */
function merged(
  { attendees, sequence }: { attendees: readonly CalendarAttendee[]; sequence: number },
  {
    answer,
    given,
    organiser,
  }: { answer: CalendarAnswer; given: GivenAnswer; organiser: string | undefined },
): CalendarAttendee[] | Taken {
  if (organiser === undefined) return 'unknown';
  const attendee = attendees.find(({ email }) => email === answer.attendee);
  if (!attendee || answer.organiser !== organiser) return 'forged';
  const isLate = attendee.answeredAt !== null && given.stamp < attendee.answeredAt;
  if (given.sequence < sequence || isLate) return 'old';
  return attendees.map((each) =>
    each === attendee ? { ...each, answer: given.answer, answeredAt: given.stamp } : each,
  );
}

const listed = (attendees: readonly CalendarAttendee[]) =>
  sql<CalendarAttendee[]>`${JSON.stringify(attendees)}::jsonb`;

async function keep(
  ctx: Ctx,
  table: 'calendar_invitation' | 'calendar_series_invitation',
  id: string,
  attendees: readonly CalendarAttendee[],
): Promise<void> {
  await ctx.tables
    .updateTable(table)
    .set({ attendees: listed(attendees) })
    .where('record_id', '=', id)
    .execute();
}

async function organiserOf(ctx: Ctx, object: string, id: string): Promise<string | undefined> {
  const { items } = await list(ctx, object, {
    where: { field: 'id', op: 'eq', value: id },
    fields: ['owner'],
    limit: 1,
  });
  const [owner] = idsOf(items[0]?.['owner']);
  return ctx.directory.members.get(owner ?? '')?.email.toLowerCase();
}
