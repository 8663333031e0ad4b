import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { countAlong } from '#engine/records/hand-over/count-along.ts';
import { handOver } from '#engine/records/hand-over/hand-over.ts';
import { largestBatch } from '#engine/records/index.ts';
import type { Contexts } from '../context.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';
import { createOnObject } from './on-object.ts';
import { filter, objectParams } from './schemas.ts';

/** `contact.account` */
const relation = z.string().max(100);
const alongBody = z.strictObject({
  where: filter.exactOptional(),
  q: z.string().max(200).exactOptional(),
});
const handOverBody = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(largestBatch),
  owner: z.uuid().nullable(),
  along: z.array(relation).max(50).exactOptional(),
});

/** Giving records to somebody, with what belongs to them. */
export function registerHandOverRoutes(server: FastifyInstance, contexts: Contexts): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const on = createOnObject(contexts);
  const ofObject = { params: objectParams, querystring: noQuery };
  app.post(
    '/api/v1/:objects/hand-over',
    { schema: { ...ofObject, body: handOverBody } },
    (request, reply) =>
      on(request, reply, (ctx, object) =>
        perform(request, reply, ctx, async (inside) => ({
          status: 200,
          body: { items: await handOver(inside, object.key, request.body) },
        })),
      ),
  );
  app.post(
    '/api/v1/:objects/hand-over/along',
    { schema: { ...ofObject, body: alongBody }, config: { scope: 'read' } },
    (request, reply) =>
      on(request, reply, async (ctx, object) => ({
        items: await countAlong(ctx, object.key, request.body),
      })),
  );
}
