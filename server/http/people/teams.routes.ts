import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { getTeam, listTeams } from '#server/people/list-teams.ts';
import type { People } from '#server/people/people.ts';
import { createTeam, removeTeam, updateTeam } from '#server/people/teams.ts';
import { ctxOf } from '../identity.ts';
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
      const ctx = ctxOf(request);
      const id = await createTeam(people, ctx, request.body);
      return reply
        .code(201)
        .header('location', `/api/v1/teams/${id}`)
        .send(await getTeam(ctx, id));
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
    async (request) => {
      const ctx = ctxOf(request);
      await updateTeam(people, ctx, request.params.id, request.body);
      return getTeam(ctx, request.params.id);
    },
  );

  app.delete(
    '/api/v1/teams/:id',
    { config, schema: { params: idParams } },
    async (request, reply) => {
      await removeTeam(people, ctxOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
}
