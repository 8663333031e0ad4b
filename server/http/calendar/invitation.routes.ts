import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dateInZone, formatDateTime } from '#shared/locale/date-time.ts';
import { formatDate } from '#shared/locale/date.ts';
import type { Ctx } from '#engine/context.ts';
import { withTransaction } from '#engine/transaction.ts';
import {
  findInvitation,
  inviteToActivity,
  type Invitation,
} from '#server/modules/calendar/index.ts';
import { limitTries } from '#server/people/attempts.ts';
import { coreOf } from '#server/people/core-tables.ts';
import type { People } from '#server/people/people.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';

const params = z.strictObject({ id: z.uuid().toLowerCase() });

/** Invitations by mail that calendars of others understand. */
export function registerCalendarInvitationRoutes(server: FastifyInstance, people: People): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.get(
    '/api/v1/activities/:id/invitation',
    { schema: { params, querystring: noQuery } },
    (request) => findInvitation(ctxOf(request), request.params.id),
  );

  app.post(
    '/api/v1/activities/:id/invitation',
    {
      schema: {
        params,
        querystring: noQuery,
        body: z.strictObject({ cancel: z.boolean().default(false) }),
        response: { 200: z.strictObject({ invited: z.int(), cancelled: z.int() }) },
      },
    },
    async (request, reply) => {
      await perform(request, reply, ctxOf(request), (outside) =>
        // The mails with the change, or neither.
        withTransaction(outside, async (ctx) => {
          const invitation = await inviteToActivity(ctx, request.params.id, {
            cancel: request.body.cancel,
            origin: people.publicUrl,
          });
          await send(people, ctx, invitation);
          const countOf = (method: string) =>
            invitation.messages.find((each) => each.method === method)?.to.length ?? 0;
          return {
            status: 200,
            body: { invited: countOf('REQUEST'), cancelled: countOf('CANCEL') },
          };
        }),
      );
      return reply;
    },
  );
}

async function send(
  people: People,
  ctx: Ctx,
  { organiser, activity, messages }: Invitation,
): Promise<void> {
  const core = coreOf(ctx);
  // A session in wrong hands must not send mail to the world in the company's name.
  const limit = { name: 'calendar-invite', of: [ctx.workspace.id], most: 500, seconds: 3600 };
  const startsAt = new Date(String(activity['startsAt']));
  const { timeZone } = ctx.actor;
  const when =
    activity['allDay'] === true
      ? formatDate(dateInZone(startsAt, timeZone))
      : `${formatDateTime(startsAt, timeZone)} (${timeZone})`;
  const text = (key: string) => (typeof activity[key] === 'string' ? activity[key] : '');
  for (const { method, to, text: file } of messages)
    for (const { email, name, language } of to) {
      await limitTries(core, [limit]);
      await people.queueMail(core, {
        to: email,
        language,
        template: method === 'REQUEST' ? 'calendarInvitation' : 'calendarCancellation',
        values: {
          name,
          organiser: organiser.name,
          subject: text('subject'),
          when,
          place: text('place') || '–',
          link: method === 'REQUEST' ? text('link') : '',
        },
        replyTo: organiser.email,
        calendar: { method, text: file },
      });
    }
}
