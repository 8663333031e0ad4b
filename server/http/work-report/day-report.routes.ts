import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayKinds, draftDay, sendDay } from '#server/modules/work-report/index.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';

const asked = { day: z.iso.date(), kind: z.enum(dayKinds) };

/** The plan and the report of one's own day, to the leader of the team. */
export function registerDayReportRoutes(server: FastifyInstance): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.get('/api/v1/day-report', { schema: { querystring: z.strictObject(asked) } }, (request) =>
    draftDay(ctxOf(request), request.query),
  );

  app.post(
    '/api/v1/day-report',
    {
      schema: {
        querystring: noQuery,
        body: z.strictObject({ ...asked, sentence: z.string().trim().max(2000).nullable() }),
      },
    },
    (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => ({
        status: 200,
        body: await sendDay(ctx, request.body),
      })),
  );
}
