import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { getTeam, listTeams } from '#server/people/list-teams.ts';
import type { People } from '#server/people/people.ts';
import { createTeam, removeTeam, updateTeam } from '#server/people/teams.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { idParams, nameSchema, teamSchema } from './schemas.ts';

/** The tree of teams; everyone sees it, an administrator changes it. */
export function registerTeamRoutes(instance: FastifyInstance, people: People): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { scope: 'admin' } as const;
  const reference = z.uuid().nullable();

  app.get(
    '/api/v1/teams',
    { schema: { response: { 200: z.strictObject({ items: z.array(teamSchema) }) } } },
    async (request) => ({ items: await listTeams(ctxOf(request)) }),
  );

  app.post(
    '/api/v1/teams',
    {
      config,
      schema: {
        body: z.strictObject({
          name: nameSchema,
          parentId: reference.default(null),
          leaderId: reference.default(null),
        }),
        response: { 201: teamSchema },
      },
    },
    async (request, reply) => {
      await perform(request, reply, ctxOf(request), async (ctx) => {
        const id = await createTeam(people, ctx, request.body);
        const headers = { location: `/api/v1/teams/${id}` };
        return { status: 201, headers, body: await getTeam(ctx, id) };
      });
      return reply;
    },
  );

  app.get(
    '/api/v1/teams/:id',
    { schema: { params: idParams, response: { 200: teamSchema } } },
    (request) => getTeam(ctxOf(request), request.params.id),
  );

  app.patch(
    '/api/v1/teams/:id',
    {
      config,
      schema: {
        params: idParams,
        body: z.strictObject({
          name: nameSchema.optional(),
          parentId: reference.optional(),
          leaderId: reference.optional(),
        }),
        response: { 200: teamSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await perform(request, reply, ctxOf(request), async (ctx) => {
        await updateTeam(people, ctx, id, request.body);
        return { status: 200, body: await getTeam(ctx, id) };
      });
      return reply;
    },
  );

  app.delete('/api/v1/teams/:id', { config, schema: { params: idParams } }, (request, reply) =>
    perform(request, reply, ctxOf(request), async (ctx) => {
      await removeTeam(people, ctx, request.params.id);
      return { status: 204 };
    }),
  );
}
