import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { search } from '#engine/search/search.ts';
import { ctxOf } from '../identity.ts';
import { commaList, noQuery, wholeNumber } from '../query-input.ts';
import { presentModel } from './present-model.ts';

const searchQuery = z.strictObject({
  q: z.string().min(1).max(200),
  /** Keys of objects; all that the actor may read when absent. */
  objects: commaList(100).optional(),
  limit: wholeNumber(1, 100).optional(),
});

const hits = z.strictObject({
  items: z.array(
    z.strictObject({ object: z.string(), id: z.uuid(), title: z.string().nullable() }),
  ),
});

/** What is asked of the workspace as a whole: its model, and the search over all objects. */
export function registerModelRoutes(server: FastifyInstance): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.get('/api/v1/model', { schema: { querystring: noQuery } }, (request, reply) =>
    reply
      .header('content-type', 'application/json; charset=utf-8')
      .send(presentModel(ctxOf(request))),
  );

  app.get(
    '/api/v1/search',
    { schema: { querystring: searchQuery, response: { 200: hits } } },
    (request) => {
      const { q, objects, limit } = request.query;
      return search(ctxOf(request), q, { ...(objects && { objects }), ...(limit && { limit }) });
    },
  );
}
