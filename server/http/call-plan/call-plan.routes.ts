import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { callPlan, nextTimes, skipCall, today } from '#server/modules/call-plan/index.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';

const id = z.uuid().toLowerCase();

/** Whom to call, and when the next step fits. */
export function registerCallPlanRoutes(server: FastifyInstance): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.get(
    '/api/v1/call-plan',
    {
      schema: {
        querystring: z.strictObject({
          day: z.iso.date().exactOptional(),
          member: id.exactOptional(),
        }),
      },
    },
    (request) => callPlan(ctxOf(request), request.query),
  );

  app.get('/api/v1/today', { schema: { querystring: noQuery } }, (request) =>
    today(ctxOf(request)),
  );

  app.get(
    '/api/v1/activities/:id/next-times',
    { schema: { params: z.strictObject({ id: z.uuid() }), querystring: noQuery } },
    (request) => nextTimes(ctxOf(request), request.params.id),
  );

  app.post(
    '/api/v1/call-plan/skips',
    {
      schema: {
        querystring: noQuery,
        body: z.strictObject({ id, skipped: z.boolean().default(true) }),
      },
    },
    (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => {
        await skipCall(ctx, request.body);
        return { status: 204 };
      }),
  );
}
