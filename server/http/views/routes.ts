import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { viewDefinition } from '#engine/views/definition.ts';
import {
  audiences,
  createView,
  getView,
  listViews,
  removeView,
  updateView,
} from '#engine/views/views.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';
import { versionOf } from '../records/patch.ts';
import { version } from '../records/schemas.ts';

const viewParams = z.strictObject({ id: z.uuid() });
const members = {
  name: z.string().trim().min(1).max(100),
  audience: z.enum(audiences),
  teamId: z.uuid(),
  definition: viewDefinition,
  position: z.int().min(0).max(10_000),
};
const named = z.strictObject({ id: z.string(), title: z.string().nullable() });
const view = z.strictObject({
  id: z.string(),
  object: z.string(),
  /** In both languages when it is built in. */
  name: z.union([z.string(), z.strictObject({ vi: z.string(), en: z.string() })]),
  builtIn: z.boolean(),
  audience: z.enum(audiences),
  owner: named.nullable(),
  teamId: z.string().nullable(),
  definition: viewDefinition,
  complete: z.boolean(),
  position: z.int(),
  isDefault: z.boolean(),
  version,
  writable: z.boolean(),
});
const createBody = z.strictObject({
  ...members,
  object: z.string().max(80),
  teamId: members.teamId.exactOptional(),
  position: members.position.exactOptional(),
});
const changeBody = z.strictObject(members).partial().extend({ version: version.optional() });

/** Saved views of lists: one's own, a team's, everyone's. */
export function registerViewRoutes(server: FastifyInstance): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.get(
    '/api/v1/views',
    {
      schema: {
        querystring: z.strictObject({ object: z.string().max(80).exactOptional() }),
        response: { 200: z.strictObject({ items: z.array(view) }) },
      },
    },
    async (request) => ({ items: await listViews(ctxOf(request), request.query.object) }),
  );
  app.post(
    '/api/v1/views',
    { schema: { querystring: noQuery, body: createBody, response: { 201: view } } },
    async (request, reply) => {
      await perform(request, reply, ctxOf(request), async (ctx) => {
        const { object, ...input } = request.body;
        const made = await createView(ctx, object, input);
        return { status: 201, headers: headersOf(made), body: made };
      });
      return reply;
    },
  );
  app.get(
    '/api/v1/views/:id',
    { schema: { params: viewParams, querystring: noQuery, response: { 200: view } } },
    async (request, reply) => {
      const found = await getView(ctxOf(request), request.params.id);
      return reply.header('etag', `"${found.version}"`).send(found);
    },
  );
  app.patch(
    '/api/v1/views/:id',
    {
      schema: {
        params: viewParams,
        querystring: noQuery,
        body: changeBody,
        response: { 200: view },
      },
    },
    async (request, reply) => {
      await perform(request, reply, ctxOf(request), async (ctx) => {
        const { version: given, ...changes } = request.body;
        const from = versionOf(request) ?? given;
        const made = await updateView(ctx, request.params.id, from, changes);
        return { status: 200, headers: { etag: `"${made.version}"` }, body: made };
      });
      return reply;
    },
  );
  app.delete(
    '/api/v1/views/:id',
    { schema: { params: viewParams, querystring: noQuery } },
    (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => {
        await removeView(ctx, request.params.id);
        return { status: 204 };
      }),
  );
}

const headersOf = ({ id, version: made }: { id: string; version: number }) => ({
  location: `/api/v1/views/${id}`,
  etag: `"${made}"`,
});
