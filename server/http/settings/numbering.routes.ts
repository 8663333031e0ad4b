import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listNumbering, tryPattern } from '#engine/numbering/list-numbering.ts';
import { ctxOf } from '../identity.ts';
import { noQuery } from '../query-input.ts';

const numbering = z.strictObject({
  object: z.string(),
  field: z.string(),
  pattern: z.string(),
  given: z.int(),
  next: z.string(),
});

/** Numbers the program gives. A pattern is changed where its field is: `PATCH /settings/objects/…/fields/…`. */
export function registerNumberingRoutes(server: FastifyInstance): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const config = { scope: 'admin' } as const;

  app.get(
    '/api/v1/settings/numbering',
    {
      config,
      schema: {
        querystring: noQuery,
        response: { 200: z.strictObject({ items: z.array(numbering) }) },
      },
    },
    async (request) => ({ items: await listNumbering(ctxOf(request)) }),
  );
  app.get(
    '/api/v1/settings/numbering/:object/:field',
    {
      config,
      schema: {
        params: z.strictObject({ object: z.string(), field: z.string() }),
        querystring: z.strictObject({ pattern: z.string().min(3).max(40) }),
        response: { 200: numbering },
      },
    },
    (request) => {
      const { object, field } = request.params;
      return tryPattern(ctxOf(request), object, field, request.query.pattern);
    },
  );
}
