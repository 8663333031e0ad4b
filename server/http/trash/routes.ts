import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { eraseRecords } from '#engine/trash/erase-records.ts';
import { listTrash, restoreMany } from '#engine/trash/list-trash.ts';
import type { Workspaces } from '#engine/workspaces.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';
import { pageQuery } from '../records/schemas.ts';

const object = z.string().max(80);
const mostAtOnce = 200;
const trashItem = z.strictObject({
  object: z.string(),
  id: z.string(),
  title: z.string().nullable(),
  deletedAt: z.string(),
  deletedBy: z.strictObject({ id: z.string(), title: z.string().nullable() }).nullable(),
  keptUntil: z.string(),
});

/** The recycle bin over all objects, and erasing for good. */
export function registerTrashRoutes(server: FastifyInstance, workspaces: Workspaces): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.get(
    '/api/v1/trash',
    {
      schema: {
        querystring: pageQuery.extend({
          object: object.exactOptional(),
          q: z.string().max(200).exactOptional(),
        }),
        response: {
          200: z.strictObject({ items: z.array(trashItem), nextCursor: z.string().nullable() }),
        },
      },
    },
    async (request) => listTrash(ctxOf(request), request.query),
  );
  app.post(
    '/api/v1/trash/restore',
    {
      schema: {
        querystring: noQuery,
        body: z.strictObject({
          items: z
            .array(z.strictObject({ object, id: z.uuid() }))
            .min(1)
            .max(mostAtOnce),
        }),
      },
    },
    (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => {
        await restoreMany(ctx, request.body.items);
        return { status: 204 };
      }),
  );
  app.post(
    '/api/v1/trash/erase',
    {
      config: { scope: 'admin' },
      schema: {
        querystring: noQuery,
        body: z.strictObject({ object, ids: z.array(z.uuid()).min(1).max(mostAtOnce) }),
      },
    },
    async (request, reply) => {
      // In a transaction of its own as the owner of the tables: an answer kept for repetition would outlive the record.
      await eraseRecords(ctxOf(request), workspaces, request.body.object, request.body.ids);
      return reply.code(204).send();
    },
  );
}
