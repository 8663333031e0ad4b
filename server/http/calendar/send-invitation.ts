import { dateInZone, formatDateTime } from '#shared/locale/date-time.ts';
import { formatDate } from '#shared/locale/date.ts';
import type { Ctx } from '#engine/context.ts';
import type { Invitation } from '#server/modules/calendar/index.ts';
import { limitTries } from '#server/people/attempts.ts';
import { coreOf } from '#server/people/core-tables.ts';
import type { People } from '#server/people/people.ts';

/** A session in wrong hands must not send mail to the world in the company's name. */
const limitOf = (ctx: Ctx) => ({
  name: 'calendar-invite',
  of: [ctx.workspace.id],
  most: 500,
  seconds: 3600,
});

/** Puts the mails of an invitation on their way with the transaction, a copy for each person. */
export async function sendInvitation(
  people: People,
  ctx: Ctx,
  { organiser, about, isSeries, messages }: Invitation,
): Promise<void> {
  const core = coreOf(ctx);
  const startsAt = new Date(about.startsAt);
  const { timeZone } = ctx.actor;
  const when = about.allDay
    ? formatDate(dateInZone(startsAt, timeZone))
    : `${formatDateTime(startsAt, timeZone)} (${timeZone})`;
  for (const { method, to, text } of messages)
    for (const { email, name, language } of to) {
      await limitTries(core, [limitOf(ctx)]);
      await people.queueMail(core, {
        to: email,
        language,
        template: templates[method][isSeries ? 'series' : 'one'],
        values: {
          name,
          organiser: organiser.name,
          subject: about.subject,
          when,
          place: about.place || '–',
          link: method === 'REQUEST' ? about.link : '',
        },
        replyTo: organiser.email,
        calendar: { method, text },
      });
    }
}

const templates = {
  REQUEST: { one: 'calendarInvitation', series: 'calendarSeriesInvitation' },
  CANCEL: { one: 'calendarCancellation', series: 'calendarSeriesCancellation' },
} as const;
