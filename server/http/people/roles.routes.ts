import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { getRole, listRoles } from '#server/people/list-roles.ts';
import type { People } from '#server/people/people.ts';
import { createRole, removeRole, updateRole } from '#server/people/roles.ts';
import { ctxOf } from '../identity.ts';
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
      const ctx = ctxOf(request);
      const id = await createRole(people, ctx, request.body);
      return reply
        .code(201)
        .header('location', `/api/v1/roles/${id}`)
        .send(await getRole(ctx, id));
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
    async (request) => {
      const ctx = ctxOf(request);
      await updateRole(people, ctx, request.params.id, request.body);
      return getRole(ctx, request.params.id);
    },
  );

  app.delete(
    '/api/v1/roles/:id',
    { config, schema: { params: idParams } },
    async (request, reply) => {
      await removeRole(people, ctxOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
}
