import { asSystem } from '#engine/access/as-system.ts';
import { requireVisible } from '#engine/access/find-visible.ts';
import type { Ctx } from '#engine/context.ts';
import { get, idsOf } from '#engine/records/index.ts';
import { presentVisible } from '#engine/records/present-visible.ts';
import type { CalendarAttendee } from '#engine/schema/system-tables.ts';
import { inviteesOf, organiserOf, partyOf } from './invitees.ts';

/**
 * Who was invited and what they answered, for whoever sees the activity; null: nobody was. Addresses of people whom the
 * actor may not see are left out. Of one of a series, what was said of the series where nothing was said of it alone.
 */
export async function findInvitation(ctx: Ctx, activityId: string) {
  const { id } = await requireVisible(ctx, 'activity', activityId);
  const own = await ctx.tables
    .selectFrom('calendar_invitation')
    .selectAll()
    .where('record_id', '=', id)
    .executeTakeFirst();
  const isAlone = own?.series_id === null && own.cancelled_at === null;
  const whole = isAlone ? undefined : await findWhole(ctx, id);
  const row = whole && own?.series_id !== whole.record_id ? whole : own;
  if (!row) return { invitation: null };
  const { sequence, sent_at, cancelled_at } = row;
  const attendees = row === whole ? whole.attendees : withAnswers(own?.attendees ?? [], whole, row);
  return {
    invitation: {
      sequence,
      attendees: await knownAmong(ctx, id, attendees),
      sentAt: new Date(sent_at).toISOString(),
      cancelledAt: cancelled_at === null ? null : new Date(cancelled_at).toISOString(),
      /** People were invited to its series. */
      series: whole !== undefined,
    },
  };
}

/** The invitation to the series that the activity is one of, with those who are in this one of it. */
async function findWhole(ctx: Ctx, id: string) {
  const system = asSystem(ctx, 'invitation');
  const activity = await get(system, 'activity', id);
  const [recurrence] = idsOf(activity['recurrence']);
  if (recurrence === undefined) return undefined;
  const whole = await ctx.tables
    .selectFrom('calendar_series_invitation')
    .selectAll()
    .where('record_id', '=', recurrence)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  if (!whole) return undefined;
  const series = await get(system, 'recurrence', recurrence);
  const template = partyOf({ ...Object(series['values']), people: series['people'] });
  const parties = [template, partyOf(activity)];
  const invited = await inviteesOf(system, parties, organiserOf(system, series));
  const here = new Set(invited.flat().map(({ email }) => email));
  return { ...whole, attendees: whole.attendees.filter(({ email }) => here.has(email)) };
}

/** Who answered to the series answered to each of it, unless that was said anew since. */
function withAnswers(
  attendees: readonly CalendarAttendee[],
  whole: { sequence: number; attendees: readonly CalendarAttendee[] } | undefined,
  { sequence }: { sequence: number },
): CalendarAttendee[] {
  return attendees.map((own) => {
    const all = whole?.attendees.find(({ email }) => email === own.email);
    const isLater = (all?.answeredAt ?? '') > (own.answeredAt ?? '');
    return all && isLater && whole?.sequence === sequence ? all : own;
  });
}

/** Ours and theirs as far as the actor knows of them. */
async function knownAmong(
  ctx: Ctx,
  id: string,
  attendees: readonly CalendarAttendee[],
): Promise<CalendarAttendee[]> {
  const contactsOf = async (as: Ctx) =>
    idsOf((await presentVisible(as, 'activity', [id], ['contacts']))[0]?.['contacts']);
  const seen = await contactsOf(ctx);
  const all = await contactsOf(asSystem(ctx, 'invitation'));
  const isOurs = new Set(
    [...ctx.directory.members.values()].map(({ email }) => email.toLowerCase()),
  );
  const showsOurs = !ctx.access.of('activity').hidden.has('people');
  const found = await presentVisible(ctx, 'contact', seen, ['emails']);
  const theirs = new Set(
    found
      .flatMap(({ emails }) => (Array.isArray(emails) ? emails : []))
      .map((each) => String(each).toLowerCase()),
  );
  // An address that was changed since is still that of one of them.
  const seesAll = seen.length === all.length && !ctx.access.of('contact').hidden.has('emails');
  return attendees.filter(({ email }) =>
    isOurs.has(email) ? showsOurs : seesAll || theirs.has(email),
  );
}
