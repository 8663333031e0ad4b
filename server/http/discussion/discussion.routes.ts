import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { requireVisible } from '#engine/access/find-visible.ts';
import { list } from '#engine/records/index.ts';
import {
  listTalk,
  openDirect,
  openTopic,
  readPolls,
  vote,
} from '#server/modules/discussion/index.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { commaList, noQuery, plainObject, wholeNumber } from '../query-input.ts';

const idParams = z.strictObject({ id: z.uuid() });
const talkQuery = z.strictObject({
  way: z.enum(['back', 'on']).default('back'),
  from: z.iso.datetime({ offset: true }).exactOptional(),
  ids: commaList(100).exactOptional(),
  cursor: z.string().max(2000).exactOptional(),
  limit: wholeNumber(1, 100).exactOptional(),
});

/** Topics with what is said in them, and channels between people. */
export function registerDiscussionRoutes(server: FastifyInstance): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const talk = { schema: { params: idParams, querystring: talkQuery } };

  app.get('/api/v1/topics/:id/posts', talk, (request) =>
    listTalk(ctxOf(request), 'topic', request.params.id, request.query),
  );
  app.get('/api/v1/channels/:id/messages', talk, (request) =>
    listTalk(ctxOf(request), 'channel', request.params.id, request.query),
  );
  app.get(
    '/api/v1/topics/:id/polls',
    { schema: { params: idParams, querystring: noQuery } },
    async (request) => {
      const ctx = ctxOf(request);
      const { id } = await requireVisible(ctx, 'topic', request.params.id);
      const where = { field: 'topic', op: 'eq', value: id };
      const { items } = await list(ctx, 'poll', { where, sort: 'createdAt', limit: 50 });
      return { items: await readPolls(ctx, items) };
    },
  );
  app.post(
    '/api/v1/topics/open',
    {
      schema: {
        querystring: noQuery,
        body: z.strictObject({
          topic: plainObject,
          post: plainObject,
          poll: plainObject.exactOptional(),
        }),
      },
    },
    (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => ({
        status: 201,
        body: await openTopic(ctx, request.body),
      })),
  );
  app.post(
    '/api/v1/channels/direct',
    { schema: { querystring: noQuery, body: z.strictObject({ member: z.uuid() }) } },
    (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => ({
        status: 200,
        body: await openDirect(ctx, request.body.member),
      })),
  );
  app.put(
    '/api/v1/polls/:id/vote',
    {
      schema: {
        params: idParams,
        querystring: noQuery,
        body: z.strictObject({ choices: z.array(z.string().max(300)).max(50) }),
      },
    },
    (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => ({
        status: 200,
        body: await vote(ctx, request.params.id, request.body.choices),
      })),
  );
}
