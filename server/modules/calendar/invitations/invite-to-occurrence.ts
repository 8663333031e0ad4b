import { invalid, notFound } from '#shared/errors.ts';
import { asSystem } from '#engine/access/as-system.ts';
import type { Ctx } from '#engine/context.ts';
import { get, type PresentedRecord } from '#engine/records/index.ts';
import { eventOf, uidOf } from '../event-of.ts';
import { goneFrom, inviteesOf, organiserOf, partyOf, unanswered } from './invitees.ts';
import {
  keepInvitation,
  type lockInvitation,
  type lockSeriesInvitation,
} from './kept-invitations.ts';
import { invitationToOne, type Invitation } from './messages.ts';

interface Told {
  whole: NonNullable<Awaited<ReturnType<typeof lockSeriesInvitation>>>;
  /** What was said of this one alone. */
  own: Awaited<ReturnType<typeof lockInvitation>>;
  cancel: boolean;
  origin: string;
}

/** Tells what differs in one of a series that people were invited to, by the time that the series has it at. */
export async function inviteToOccurrence(
  ctx: Ctx,
  activity: PresentedRecord,
  { whole, own, cancel, origin }: Told,
): Promise<Invitation> {
  const isOver = own?.series_id === whole.record_id && own.cancelled_at !== null;
  if (cancel && isOver) throw notFound();
  // Whoever may change one of a series may not see the series itself; the organiser is that of the series.
  const series = await get(asSystem(ctx, 'invitation'), 'recurrence', whole.record_id);
  const organiser = organiserOf(ctx, series);
  const [invited = []] = cancel ? [] : await inviteesOf(ctx, [partyOf(activity)], organiser);
  const told = own?.series_id === whole.record_id ? own.attendees : whole.attendees;
  const gone = goneFrom(ctx, isOver ? [] : told, invited);
  if (invited.length === 0 && gone.length === 0)
    throw invalid([{ path: 'people', code: 'required' }]);
  const sequence = Math.max(whole.sequence, own?.sequence ?? 0) + 1;
  await keepInvitation(ctx, activity.id, {
    sequence,
    attendees: invited.length === 0 ? told : unanswered(invited),
    cancelled: invited.length === 0,
    seriesId: whole.record_id,
  });
  const event = {
    ...eventOf(activity, String(series['timeZone']), origin),
    uid: uidOf(whole.record_id),
    insteadOf: String(activity['recurrenceSlot']),
    stamp: ctx.now.toISOString(),
    sequence,
    organiser,
    url: undefined,
  };
  return invitationToOne(activity, event, { invited, gone });
}
