import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { convertLead, suggestMatches } from '#server/modules/lead/index.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery, plainObject } from '../query-input.ts';
import { versionOf } from '../records/patch.ts';
import { version } from '../records/schemas.ts';

const params = z.strictObject({ id: z.uuid() });

/** One of the two; the engine says what is wrong with the values of a new record. */
const target = z
  .strictObject({ id: z.uuid().exactOptional(), create: plainObject.exactOptional() })
  .refine(({ id, create }) => (id === undefined) !== (create === undefined), {
    params: { code: 'required' },
  })
  .transform(({ id, create = {} }) => (id === undefined ? { create } : { id }))
  .nullable()
  .default(null);

const record = z.looseObject({ id: z.uuid(), version });

const match = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  score: z.int(),
  reasons: z.array(z.strictObject({ field: z.string(), match: z.string() })),
});

const suggestions = z.strictObject({
  accounts: z.array(match),
  contacts: z.array(
    match.extend({ account: z.object({ id: z.uuid(), title: z.string().nullable() }).nullable() }),
  ),
});

/** What a lead becomes, and what it probably is already. */
export function registerConvertLeadRoutes(server: FastifyInstance): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.post(
    '/api/v1/leads/:id/convert',
    {
      schema: {
        params,
        querystring: noQuery,
        body: z.strictObject({
          account: target,
          contact: target,
          version: version.exactOptional(),
        }),
        response: {
          200: z.strictObject({
            lead: record,
            account: record.nullable(),
            contact: record.nullable(),
          }),
        },
      },
    },
    async (request, reply) => {
      await perform(request, reply, ctxOf(request), async (ctx) => {
        const seen = versionOf(request);
        const body = await convertLead(ctx, request.params.id, {
          ...request.body,
          ...(seen !== undefined && { version: seen }),
        });
        return { status: 200, headers: { etag: `"${body.lead.version}"` }, body };
      });
      return reply;
    },
  );

  app.get(
    '/api/v1/leads/:id/matches',
    { schema: { params, querystring: noQuery, response: { 200: suggestions } } },
    async (request) => suggestions.parse(await suggestMatches(ctxOf(request), request.params.id)),
  );
}
