import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { getRole, listRoles } from '#server/people/list-roles.ts';
import type { People } from '#server/people/people.ts';
import { createRole, removeRole, updateRole } from '#server/people/roles.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { idParams, nameSchema, rightsSchema, roleSchema } from './schemas.ts';

/** Roles and their rights: an administrator's alone. */
export function registerRoleRoutes(instance: FastifyInstance, people: People): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { scope: 'admin' } as const;

  app.get(
    '/api/v1/roles',
    { config, schema: { response: { 200: z.strictObject({ items: z.array(roleSchema) }) } } },
    async (request) => ({ items: await listRoles(ctxOf(request)) }),
  );

  app.post(
    '/api/v1/roles',
    {
      config,
      schema: {
        body: z.strictObject({ name: nameSchema, rights: rightsSchema }),
        response: { 201: roleSchema },
      },
    },
    async (request, reply) => {
      await perform(request, reply, ctxOf(request), async (ctx) => {
        const id = await createRole(people, ctx, request.body);
        const headers = { location: `/api/v1/roles/${id}` };
        return { status: 201, headers, body: await getRole(ctx, id) };
      });
      return reply;
    },
  );

  app.get(
    '/api/v1/roles/:id',
    { config, schema: { params: idParams, response: { 200: roleSchema } } },
    (request) => getRole(ctxOf(request), request.params.id),
  );

  app.patch(
    '/api/v1/roles/:id',
    {
      config,
      schema: {
        params: idParams,
        body: z.strictObject({ name: nameSchema.optional(), rights: rightsSchema.optional() }),
        response: { 200: roleSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await perform(request, reply, ctxOf(request), async (ctx) => {
        await updateRole(people, ctx, id, request.body);
        return { status: 200, body: await getRole(ctx, id) };
      });
      return reply;
    },
  );

  app.delete('/api/v1/roles/:id', { config, schema: { params: idParams } }, (request, reply) =>
    perform(request, reply, ctxOf(request), async (ctx) => {
      await removeRole(people, ctx, request.params.id);
      return { status: 204 };
    }),
  );
}
