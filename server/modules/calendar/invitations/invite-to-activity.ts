import { invalid, notFound } from '#shared/errors.ts';
import { requireChangeable } from '#engine/access/find-visible.ts';
import type { Ctx } from '#engine/context.ts';
import { get, idsOf, type PresentedRecord } from '#engine/records/index.ts';
import { withTransaction } from '#engine/transaction.ts';
import { eventOf } from '../event-of.ts';
import { goneFrom, inviteesOf, organiserOf, partyOf, unanswered } from './invitees.ts';
import { inviteToOccurrence } from './invite-to-occurrence.ts';
import { inviteToSeries } from './invite-to-series.ts';
import { keepInvitation, lockInvitation, lockSeriesInvitation } from './kept-invitations.ts';
import { invitationToOne, type Invitation } from './messages.ts';

export interface Inviting {
  /** Everybody is told that it does not take place. */
  cancel: boolean;
  /** Of a series, all of it is meant. */
  series: boolean;
  origin: string;
}

/**
 * Invites who takes part in an activity, ours and theirs, as far as they have an address; tells it anew with what has
 * changed, and those who are in it no longer that they are not. One of a series that people were invited to is told as
 * one of it.
 */
export function inviteToActivity(
  ctx: Ctx,
  activityId: string,
  { cancel, series, origin }: Inviting,
): Promise<Invitation> {
  return withTransaction(ctx, async (ctx) => {
    const { id } = await requireChangeable(ctx, 'activity', activityId);
    const activity = await get(ctx, 'activity', id);
    const [recurrence] = idsOf(activity['recurrence']);
    if (series) {
      if (recurrence === undefined) throw invalid([{ path: 'series', code: 'notFound' }]);
      return inviteToSeries(ctx, recurrence, { cancel, origin });
    }
    if (typeof activity['startsAt'] !== 'string')
      throw invalid([{ path: 'startsAt', code: 'required' }]);
    const whole =
      recurrence === undefined ? undefined : await lockSeriesInvitation(ctx, recurrence);
    const own = await lockInvitation(ctx, id);
    const isAlone = own?.series_id === null && own.cancelled_at === null;
    return whole?.cancelled_at === null && !isAlone
      ? inviteToOccurrence(ctx, activity, { whole, own, cancel, origin })
      : inviteToOne(ctx, activity, { before: own, cancel, origin });
  });
}

interface One {
  before: Awaited<ReturnType<typeof lockInvitation>>;
  cancel: boolean;
  origin: string;
}

async function inviteToOne(
  ctx: Ctx,
  activity: PresentedRecord,
  { before, cancel, origin }: One,
): Promise<Invitation> {
  if (cancel && (!before || before.cancelled_at !== null)) throw notFound();
  const organiser = organiserOf(ctx, activity);
  const [invited = []] = cancel ? [] : await inviteesOf(ctx, [partyOf(activity)], organiser);
  if (!cancel && invited.length === 0) throw invalid([{ path: 'people', code: 'required' }]);
  const sequence = before ? before.sequence + 1 : 0;
  const told = before?.attendees ?? [];
  const gone = goneFrom(ctx, before?.cancelled_at === null ? told : [], invited);
  const attendees = cancel ? told : unanswered(invited);
  await keepInvitation(ctx, activity.id, {
    sequence,
    attendees,
    cancelled: cancel,
    seriesId: null,
  });
  const event = {
    ...eventOf(activity, ctx.actor.timeZone, origin),
    stamp: ctx.now.toISOString(),
    sequence,
    organiser,
    url: undefined,
  };
  return invitationToOne(activity, event, { invited, gone });
}
