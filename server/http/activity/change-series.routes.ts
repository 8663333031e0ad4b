import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { withTransaction } from '#engine/transaction.ts';
import { changeSeries } from '#server/modules/activity/index.ts';
import { tellChangeOfSeries } from '#server/modules/calendar/index.ts';
import type { People } from '#server/people/people.ts';
import { sendInvitation } from '../calendar/send-invitation.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery, plainObject } from '../query-input.ts';

/** Changes a plan that comes again from one of its times. */
export function registerChangeSeriesRoutes(server: FastifyInstance, people: People): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.post(
    '/api/v1/activities/:id/series',
    {
      schema: {
        params: z.strictObject({ id: z.uuid() }),
        querystring: noQuery,
        body: z.strictObject({
          scope: z.enum(['following', 'all']),
          values: plainObject.exactOptional(),
          rule: z.string().max(1000).exactOptional(),
          remove: z.boolean().exactOptional(),
          // Who was invited to the series by mail is told what it is now.
          tell: z.boolean().exactOptional(),
        }),
        response: {
          200: z.strictObject({
            changed: z.int(),
            made: z.int(),
            removed: z.int(),
            told: z.int(),
          }),
        },
      },
    },
    async (request, reply) => {
      await perform(request, reply, ctxOf(request), (outside) =>
        withTransaction(outside, async (ctx) => {
          const { tell = false, ...change } = request.body;
          const { from, to, ...counts } = await changeSeries(ctx, request.params.id, change);
          const series = { before: from, after: to };
          const told = tell ? await tellChangeOfSeries(ctx, series, people.publicUrl) : [];
          for (const invitation of told) await sendInvitation(people, ctx, invitation);
          // Who is told that a series ends earlier and how it goes on is one.
          const mails = told.flatMap(({ messages }) => messages.flatMap((each) => each.to));
          const addresses = new Set(mails.map(({ email }) => email));
          return { status: 200, body: { ...counts, told: addresses.size } };
        }),
      );
      return reply;
    },
  );
}
