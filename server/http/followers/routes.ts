import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { followRecord, listFollowers, unfollowRecord } from '#engine/followers/follow-record.ts';
import type { Contexts } from '../context.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';
import { createOnObject } from '../records/on-object.ts';
import { recordParams } from '../records/schemas.ts';

/** Who wants to be told of what happens to a record. */
export function registerFollowerRoutes(server: FastifyInstance, contexts: Contexts): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const on = createOnObject(contexts);
  const ofRecord = { params: recordParams, querystring: noQuery };

  app.get('/api/v1/:objects/:id/followers', { schema: ofRecord }, (request, reply) =>
    on(request, reply, async (ctx, object) => ({
      items: await listFollowers(ctx, object.key, request.params.id),
    })),
  );
  app.post(
    '/api/v1/:objects/:id/followers',
    {
      schema: {
        ...ofRecord,
        body: z.strictObject({ members: z.array(z.uuid()).min(1).max(100) }),
      },
    },
    (request, reply) =>
      on(request, reply, (ctx, object) =>
        perform(request, reply, ctx, async (inside) => {
          const { members } = request.body;
          const items = await followRecord(inside, object.key, request.params.id, members);
          return { status: 200, body: { items } };
        }),
      ),
  );
  app.delete(
    '/api/v1/:objects/:id/followers/:memberId',
    { schema: { ...ofRecord, params: recordParams.extend({ memberId: z.uuid() }) } },
    (request, reply) =>
      on(request, reply, (ctx, object) =>
        perform(request, reply, ctx, async (inside) => {
          await unfollowRecord(inside, object.key, request.params.id, request.params.memberId);
          return { status: 204 };
        }),
      ),
  );
}
