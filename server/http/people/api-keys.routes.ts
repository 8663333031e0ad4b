import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { createApiKey, listApiKeys, revokeApiKey } from '#server/people/api-keys.ts';
import type { People } from '#server/people/people.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { idParams, keyScopeSchema, nameSchema } from './schemas.ts';

const keySchema = z.strictObject({
  id: z.string(),
  memberId: z.string(),
  name: z.string(),
  /** How the key begins. */
  prefix: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});

/** Keys by which programs act for a member. */
export function registerApiKeyRoutes(instance: FastifyInstance, people: People): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();

  app.get(
    '/api/v1/api-keys',
    {
      config: { preview: false },
      schema: { response: { 200: z.strictObject({ items: z.array(keySchema) }) } },
    },
    async (request) => ({ items: await listApiKeys(ctxOf(request)) }),
  );

  app.post(
    '/api/v1/api-keys',
    {
      schema: {
        body: z.strictObject({
          name: nameSchema,
          scopes: z.array(keyScopeSchema).min(1).max(3),
          expiresAt: z.iso
            .datetime({ offset: true })
            .refine((text) => Date.parse(text) > Date.now(), { params: { code: 'badDate' } })
            .nullable()
            .default(null),
        }),
        response: { 201: z.strictObject({ id: z.string(), key: z.string() }) },
      },
    },
    async (request, reply) => {
      const made = await createApiKey(ctxOf(request), request.body);
      return reply.code(201).send(made);
    },
  );

  app.delete('/api/v1/api-keys/:id', { schema: { params: idParams } }, (request, reply) =>
    perform(request, reply, ctxOf(request), async (ctx) => {
      await revokeApiKey(people, ctx, request.params.id);
      return { status: 204 };
    }),
  );
}
