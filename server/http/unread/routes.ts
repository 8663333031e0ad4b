import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listUnread } from '#engine/unread/list-unread.ts';
import { markAllRead, markRead } from '#engine/unread/mark-read.ts';
import type { Contexts } from '../context.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';
import { createOnObject } from '../records/on-object.ts';
import { objectParams, recordParams } from '../records/schemas.ts';

/** What a member has not read of records that are read piece by piece. */
export function registerUnreadRoutes(server: FastifyInstance, contexts: Contexts): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const on = createOnObject(contexts);

  app.get(
    '/api/v1/:objects/unread',
    { schema: { params: objectParams, querystring: noQuery } },
    (request, reply) =>
      on(request, reply, async (ctx, object) => ({ items: await listUnread(ctx, object.key) })),
  );
  app.post(
    '/api/v1/:objects/read',
    { schema: { params: objectParams, querystring: noQuery } },
    (request, reply) =>
      on(request, reply, (ctx, object) =>
        perform(request, reply, ctx, async (inside) => {
          await markAllRead(inside, object.key);
          return { status: 204 };
        }),
      ),
  );
  app.post(
    '/api/v1/:objects/:id/read',
    {
      schema: {
        params: recordParams,
        querystring: noQuery,
        body: z.strictObject({ to: z.iso.datetime({ offset: true }) }),
      },
    },
    (request, reply) =>
      on(request, reply, (ctx, object) =>
        perform(request, reply, ctx, async (inside) => {
          await markRead(inside, object.key, request.params.id, new Date(request.body.to));
          return { status: 204 };
        }),
      ),
  );
}
