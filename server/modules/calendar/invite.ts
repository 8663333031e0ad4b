import { sql } from 'kysely';
import { invalid, notFound } from '#shared/errors.ts';
import { requireChangeable } from '#engine/access/find-visible.ts';
import type { Ctx } from '#engine/context.ts';
import { get, list, type PresentedRecord } from '#engine/records/index.ts';
import type { CalendarAttendee } from '#engine/schema/system-tables.ts';
import { withTransaction } from '#engine/transaction.ts';
import { refs } from './find-events.ts';
import { writeCalendar, type IcsEvent } from './ics/write-calendar.ts';
import { eventOf } from './write-feed.ts';

export interface Invited {
  email: string;
  name: string;
  language: 'vi' | 'en';
}

/** A message to be sent to these people; each gets a copy of their own. */
export interface CalendarMessage {
  method: 'REQUEST' | 'CANCEL';
  to: Invited[];
  text: string;
}

export interface Invitation {
  organiser: Invited;
  activity: PresentedRecord;
  messages: CalendarMessage[];
}

const mostInvited = 100;

/**
 * Invites who takes part in an activity, ours and theirs, as far as they have an address; tells it anew with what has
 * changed, and those who are in it no longer that they are not. With `cancel`, everybody that it does not take place.
 */
export function inviteToActivity(
  ctx: Ctx,
  activityId: string,
  { cancel, origin }: { cancel: boolean; origin: string },
): Promise<Invitation> {
  return withTransaction(ctx, async (ctx) => {
    const { id } = await requireChangeable(ctx, 'activity', activityId);
    const activity = await get(ctx, 'activity', id);
    if (typeof activity['startsAt'] !== 'string')
      throw invalid([{ path: 'startsAt', code: 'required' }]);
    const organiser = organiserOf(ctx, activity);
    const before = await ctx.tables
      .selectFrom('calendar_invitation')
      .selectAll()
      .where('activity_id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (cancel && (!before || before.cancelled_at !== null)) throw notFound();
    const wanted = cancel ? [] : await invitedTo(ctx, activity, organiser.email);
    if (!cancel && wanted.length === 0) throw invalid([{ path: 'people', code: 'required' }]);
    if (wanted.length > mostInvited)
      throw invalid([{ path: 'people', code: 'tooMany', params: { max: mostInvited } }]);
    const sequence = before ? before.sequence + 1 : 0;
    const gone = (before?.cancelled_at === null ? before.attendees : [])
      .filter(({ email }) => !wanted.some((each) => each.email === email))
      .map(({ email, name }) => ({ email, name, language: ctx.workspace.settings.language }));
    await keep(ctx, id, { sequence, wanted, cancelled: cancel, before: before?.attendees ?? [] });
    const event = {
      ...eventOf(activity, ctx.actor.timeZone, origin),
      sequence,
      organiser,
      url: undefined,
    };
    const messages = [
      message('REQUEST', event, wanted, wanted),
      message('CANCEL', { ...event, cancelled: true }, gone, gone),
    ];
    return { organiser, activity, messages: messages.filter(({ to }) => to.length > 0) };
  });
}

const message = (
  method: CalendarMessage['method'],
  event: IcsEvent,
  attendees: readonly Invited[],
  to: Invited[],
): CalendarMessage => ({
  method,
  to,
  text: to.length === 0 ? '' : writeCalendar({ method, events: [{ ...event, attendees }] }),
});

/** Who is responsible asks people in; answers go there. */
function organiserOf(ctx: Ctx, activity: PresentedRecord): Invited {
  const [owner] = refs(activity['owner']);
  const id = owner ?? (ctx.actor.kind === 'member' ? ctx.actor.id : '');
  const member = ctx.directory.members.get(id);
  if (!member) throw invalid([{ path: 'owner', code: 'required' }]);
  return { email: member.email.toLowerCase(), name: member.name, language: member.language };
}

/** Our people and their contacts, each address once, without the one who invites. */
async function invitedTo(
  ctx: Ctx,
  activity: PresentedRecord,
  organiser: string,
): Promise<Invited[]> {
  const ours = refs(activity['people']).flatMap((id) => {
    const member = ctx.directory.members.get(id);
    return member?.active
      ? [{ email: member.email.toLowerCase(), name: member.name, language: member.language }]
      : [];
  });
  const ids = refs(activity['contacts']);
  const { items } =
    ids.length === 0 || ctx.access.of('contact').hidden.has('emails')
      ? { items: [] }
      : await list(ctx, 'contact', {
          where: { field: 'id', op: 'in', value: ids },
          fields: ['name', 'emails'],
          limit: mostInvited,
        });
  const theirs = items.flatMap(({ emails, name }) => {
    const [email] = Array.isArray(emails) ? emails : [];
    const full: unknown =
      typeof name === 'object' && name !== null && 'full' in name ? name.full : name;
    return typeof email === 'string'
      ? [
          {
            email: email.toLowerCase(),
            name: typeof full === 'string' ? full : email,
            language: ctx.workspace.settings.language,
          },
        ]
      : [];
  });
  const byAddress = new Map([...theirs, ...ours].map((each) => [each.email, each]));
  byAddress.delete(organiser);
  return [...byAddress.values()];
}

/** What was answered to an older invitation is no answer to this one. */
async function keep(
  ctx: Ctx,
  id: string,
  {
    sequence,
    wanted,
    cancelled,
    before,
  }: {
    sequence: number;
    wanted: readonly Invited[];
    cancelled: boolean;
    before: readonly CalendarAttendee[];
  },
): Promise<void> {
  const attendees = cancelled
    ? before
    : wanted.map(({ email, name }) => ({ email, name, answer: null, answeredAt: null }));
  const values = {
    sequence,
    attendees: sql<CalendarAttendee[]>`${JSON.stringify(attendees)}::jsonb`,
    sent_at: ctx.now.toISOString(),
    cancelled_at: cancelled ? ctx.now.toISOString() : null,
  };
  await ctx.tables
    .insertInto('calendar_invitation')
    .values({ activity_id: id, ...values })
    .onConflict((clash) => clash.column('activity_id').doUpdateSet(values))
    .execute();
}
