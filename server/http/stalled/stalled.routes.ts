import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  handOver,
  makeSheet,
  mostAtOnce,
  readSheet,
  undoHandOver,
  whoseOf,
} from '#server/modules/stalled/index.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';

/** Customers whom nobody moves: the sheets of them, and giving them to somebody else. */
export function registerStalledRoutes(server: FastifyInstance): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.post('/api/v1/stalled/sheets', { schema: { querystring: noQuery } }, (request, reply) =>
    perform(request, reply, ctxOf(request), async (ctx) => ({
      status: 201,
      body: await makeSheet(ctx, whoseOf(ctx)),
    })),
  );

  app.get(
    '/api/v1/stalled/sheets/:id',
    { schema: { params: z.strictObject({ id: z.uuid() }), querystring: noQuery } },
    (request) => readSheet(ctxOf(request), request.params.id),
  );

  app.post(
    '/api/v1/stalled/hand-over',
    {
      schema: {
        querystring: noQuery,
        body: z.strictObject({
          accounts: z.array(z.uuid()).min(1).max(mostAtOnce),
          to: z.uuid(),
          note: z.string().trim().max(2000).exactOptional(),
          sheet: z.uuid().exactOptional(),
        }),
      },
    },
    (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => ({
        status: 200,
        body: await handOver(ctx, request.body),
      })),
  );

  app.post(
    '/api/v1/stalled/hand-over/undo',
    {
      schema: {
        querystring: noQuery,
        body: z.strictObject({ handovers: z.array(z.uuid()).min(1).max(mostAtOnce) }),
      },
    },
    (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => ({
        status: 200,
        body: await undoHandOver(ctx, request.body.handovers),
      })),
  );
}
