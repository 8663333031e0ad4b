import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { withTransaction } from '#engine/transaction.ts';
import { beginPreview } from '#server/people/preview.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { previewHeader } from '../preview.ts';

const begun = z.strictObject({
  /** Sent with each request from now on. */
  header: z.string(),
  value: z.string(),
  member: z.strictObject({ id: z.string(), title: z.string() }),
  role: z.strictObject({ id: z.string(), name: z.string(), administrator: z.boolean() }),
  until: z.string(),
});

/** Looking with the rights of another member. */
export function registerPreviewRoutes(instance: FastifyInstance): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  app.post(
    '/api/v1/preview',
    {
      config: { scope: 'admin' },
      schema: { body: z.strictObject({ member: z.uuid() }), response: { 200: begun } },
    },
    async (request, reply) => {
      await perform(request, reply, ctxOf(request), (ctx) =>
        withTransaction(ctx, async (inside) => {
          const preview = await beginPreview(inside, request.body.member);
          const named = { header: previewHeader, value: preview.member.id };
          return { status: 200, body: { ...named, ...preview } };
        }),
      );
      return reply;
    },
  );
}
