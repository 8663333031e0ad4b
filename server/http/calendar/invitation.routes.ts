import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { withTransaction } from '#engine/transaction.ts';
import { findInvitation, inviteToActivity } from '#server/modules/calendar/index.ts';
import type { People } from '#server/people/people.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';
import { sendInvitation } from './send-invitation.ts';

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
        body: z.strictObject({
          cancel: z.boolean().default(false),
          // Of an activity that comes again, all of its series is meant.
          series: z.boolean().default(false),
        }),
        response: { 200: z.strictObject({ invited: z.int(), cancelled: z.int() }) },
      },
    },
    async (request, reply) => {
      await perform(request, reply, ctxOf(request), (outside) =>
        // The mails with the change, or neither.
        withTransaction(outside, async (ctx) => {
          const invitation = await inviteToActivity(ctx, request.params.id, {
            ...request.body,
            origin: people.publicUrl,
          });
          await sendInvitation(people, ctx, invitation);
          const countOf = (method: string) =>
            invitation.messages
              .filter((each) => each.method === method)
              .reduce((sum, { to }) => sum + to.length, 0);
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
