import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { changeSeries, planSeries } from '#server/modules/activity/index.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery, plainObject } from '../query-input.ts';
import { version } from '../records/schemas.ts';

const record = z.looseObject({ id: z.uuid(), version });
const rule = z.string().max(1000);

/** Plans that come again. */
export function registerSeriesRoutes(server: FastifyInstance): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.post(
    '/api/v1/activities/series',
    {
      schema: {
        querystring: noQuery,
        body: z.strictObject({
          values: plainObject,
          rule,
          timeZone: z.string().max(60).exactOptional(),
        }),
        response: {
          201: z.strictObject({ recurrence: record, activity: record, made: z.int() }),
        },
      },
    },
    async (request, reply) => {
      const { values, ...series } = request.body;
      await perform(request, reply, ctxOf(request), async (ctx) => ({
        status: 201,
        body: await planSeries(ctx, values, series),
      }));
      return reply;
    },
  );

  app.post(
    '/api/v1/activities/:id/series',
    {
      schema: {
        params: z.strictObject({ id: z.uuid() }),
        querystring: noQuery,
        body: z.strictObject({
          scope: z.enum(['following', 'all']),
          values: plainObject.exactOptional(),
          rule: rule.exactOptional(),
          remove: z.boolean().exactOptional(),
        }),
        response: {
          200: z.strictObject({ changed: z.int(), made: z.int(), removed: z.int() }),
        },
      },
    },
    async (request, reply) => {
      await perform(request, reply, ctxOf(request), async (ctx) => ({
        status: 200,
        body: await changeSeries(ctx, request.params.id, request.body),
      }));
      return reply;
    },
  );
}
