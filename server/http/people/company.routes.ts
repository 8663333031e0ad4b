import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { People } from '#server/people/people.ts';
import { describeCompany, updateCompany } from '#server/people/update-company.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';
import { companySchema, languageSchema, nameSchema, timeZoneSchema } from './schemas.ts';

/** The company itself: everyone sees it, an administrator changes it. */
export function registerCompanyRoutes(instance: FastifyInstance, people: People): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const schema = { querystring: noQuery, response: { 200: companySchema } };

  app.get('/api/v1/workspace', { schema }, async (request) => describeCompany(ctxOf(request)));

  app.patch(
    '/api/v1/workspace',
    {
      config: { scope: 'admin' },
      schema: {
        ...schema,
        body: z.strictObject({
          name: nameSchema.optional(),
          language: languageSchema.optional(),
          timeZone: timeZoneSchema.optional(),
        }),
      },
    },
    async (request, reply) => {
      await perform(request, reply, ctxOf(request), async (ctx) => ({
        status: 200,
        body: await updateCompany(people, ctx, request.body),
      }));
      return reply;
    },
  );
}
