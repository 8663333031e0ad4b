import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { planSeries } from '#server/modules/activity/index.ts';
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
}
