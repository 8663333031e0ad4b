import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { findRoom } from '#server/modules/document/index.ts';
import type { People } from '#server/people/people.ts';
import { updateCompany } from '#server/people/update-company.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';

const bytes = z.int().min(1_000_000).max(1e15).nullable().exactOptional();

/** Room that documents take and may take: everyone sees it, an administrator says how much. */
export function registerStorageRoutes(server: FastifyInstance, people: People): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.get('/api/v1/storage', { schema: { querystring: noQuery } }, (request) =>
    findRoom(ctxOf(request)),
  );
  app.patch(
    '/api/v1/storage',
    {
      config: { scope: 'admin' },
      schema: {
        querystring: noQuery,
        body: z.strictObject({ company: bytes, member: bytes }),
      },
    },
    (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => {
        await updateCompany(people, ctx, (kept) => {
          const { company, member } = { ...kept.storage, ...request.body };
          return {
            storage: {
              ...(typeof company === 'number' && { company }),
              ...(typeof member === 'number' && { member }),
            },
          };
        });
        return { status: 204 };
      }),
  );
}
