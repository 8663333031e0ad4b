import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listReactions, react } from '#engine/reactions/react.ts';
import { reactionKinds } from '#shared/reactions.ts';
import type { Contexts } from '../context.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';
import { createOnObject } from '../records/on-object.ts';
import { recordParams } from '../records/schemas.ts';

/** What people say of a record without words. */
export function registerReactionRoutes(server: FastifyInstance, contexts: Contexts): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const on = createOnObject(contexts);
  const ofOne = {
    params: recordParams.extend({ kind: z.enum(reactionKinds) }),
    querystring: noQuery,
  };

  app.get(
    '/api/v1/:objects/:id/reactions',
    { schema: { params: recordParams, querystring: noQuery } },
    (request, reply) =>
      on(request, reply, async (ctx, object) => ({
        items: await listReactions(ctx, object.key, request.params.id),
      })),
  );
  for (const method of ['PUT', 'DELETE'] as const)
    app.route({
      method,
      url: '/api/v1/:objects/:id/reactions/:kind',
      schema: ofOne,
      handler: (request, reply) =>
        on(request, reply, (ctx, object) =>
          perform(request, reply, ctx, async (inside) => {
            const { id, kind } = request.params;
            const items = await react(inside, object.key, id, kind, { on: method === 'PUT' });
            return { status: 200, body: { items } };
          }),
        ),
    });
}
