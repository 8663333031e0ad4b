import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { mergeTag, removeTag, updateTag } from '#engine/tags/change-tags.ts';
import { countTags, suggestTags } from '#engine/tags/list-tags.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery, wholeNumber } from '../query-input.ts';

const tagParams = z.strictObject({ id: z.uuid() });
const tag = z.strictObject({
  id: z.string(),
  field: z.string(),
  name: z.string(),
  color: z.string().nullable(),
});
/** `account.preferences`. */
const field = z.string().max(100);
const color = z
  .string()
  .regex(/^(#[\da-f]{6}|[a-z]{2,20})$/)
  .nullable();

/** Words of tag fields: suggested to everyone, kept in order by administrators. */
export function registerTagRoutes(server: FastifyInstance): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const ofTag = { params: tagParams, querystring: noQuery };

  app.get(
    '/api/v1/tags',
    {
      schema: {
        querystring: z.strictObject({
          field,
          q: z.string().max(100).exactOptional(),
          limit: wholeNumber(1, 100).exactOptional(),
        }),
        response: { 200: z.strictObject({ items: z.array(tag) }) },
      },
    },
    async (request) => {
      const { field: name, ...query } = request.query;
      return { items: await suggestTags(ctxOf(request), name, query) };
    },
  );
  app.get(
    '/api/v1/tags/counts',
    {
      schema: {
        querystring: z.strictObject({ field }),
        response: {
          200: z.strictObject({
            items: z.array(tag.extend({ count: z.int() })),
            complete: z.boolean(),
          }),
        },
      },
    },
    async (request) => countTags(ctxOf(request), request.query.field),
  );
  app.patch(
    '/api/v1/tags/:id',
    {
      schema: {
        ...ofTag,
        body: z.strictObject({
          name: z.string().max(200).exactOptional(),
          color: color.exactOptional(),
        }),
        response: { 200: tag },
      },
    },
    async (request, reply) => {
      await perform(request, reply, ctxOf(request), async (ctx) => ({
        status: 200,
        body: await updateTag(ctx, request.params.id, request.body),
      }));
      return reply;
    },
  );
  app.post(
    '/api/v1/tags/:id/merge',
    { schema: { ...ofTag, body: z.strictObject({ into: z.uuid() }), response: { 200: tag } } },
    async (request, reply) => {
      await perform(request, reply, ctxOf(request), async (ctx) => ({
        status: 200,
        body: await mergeTag(ctx, request.params.id, request.body.into),
      }));
      return reply;
    },
  );
  app.delete('/api/v1/tags/:id', { schema: ofTag }, (request, reply) =>
    perform(request, reply, ctxOf(request), async (ctx) => {
      await removeTag(ctx, request.params.id);
      return { status: 204 };
    }),
  );
}
