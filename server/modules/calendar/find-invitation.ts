import { asSystem } from '#engine/access/as-system.ts';
import { requireVisible } from '#engine/access/find-visible.ts';
import type { Ctx } from '#engine/context.ts';
import { presentVisible } from '#engine/records/present-visible.ts';
import type { CalendarAttendee } from '#engine/schema/system-tables.ts';
import { refs } from './find-events.ts';

/**
 * Who was invited and what they answered, for whoever sees the activity; null: nobody was. Addresses of people whom the
 * actor may not see are left out.
 */
export async function findInvitation(ctx: Ctx, activityId: string) {
  const { id } = await requireVisible(ctx, 'activity', activityId);
  const row = await ctx.tables
    .selectFrom('calendar_invitation')
    .selectAll()
    .where('activity_id', '=', id)
    .executeTakeFirst();
  if (!row) return { invitation: null };
  const { sequence, attendees, sent_at, cancelled_at } = row;
  return {
    invitation: {
      sequence,
      attendees: await knownAmong(ctx, id, attendees),
      sentAt: new Date(sent_at).toISOString(),
      cancelledAt: cancelled_at === null ? null : new Date(cancelled_at).toISOString(),
    },
  };
}

/** Ours and theirs as far as the actor knows of them. */
async function knownAmong(
  ctx: Ctx,
  id: string,
  attendees: readonly CalendarAttendee[],
): Promise<CalendarAttendee[]> {
  const contactsOf = async (as: Ctx) =>
    refs((await presentVisible(as, 'activity', [id], ['contacts']))[0]?.['contacts']);
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
