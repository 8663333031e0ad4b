import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  listShares,
  shareLevels,
  shareRecord,
  unshareRecord,
} from '#engine/sharing/share-record.ts';
import type { Contexts } from '../context.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';
import { createOnObject } from '../records/on-object.ts';
import { recordParams } from '../records/schemas.ts';

const level = z.enum(shareLevels);
const shareBody = z.union([
  z.strictObject({ member: z.uuid(), level }),
  z.strictObject({ team: z.uuid(), level }),
  z.strictObject({ role: z.uuid(), level }),
  z.strictObject({ everyone: z.literal(true), level }),
]);

/** Showing one record to somebody whose role does not reach it. */
export function registerSharingRoutes(server: FastifyInstance, contexts: Contexts): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const on = createOnObject(contexts);
  const ofRecord = { params: recordParams, querystring: noQuery };

  // By name only: what a role may do is an administrator's to see.
  app.get('/api/v1/role-names', { schema: { querystring: noQuery } }, async (request) => ({
    items: [...ctxOf(request).directory.roles.values()].map(({ id, name }) => ({ id, name })),
  }));
  app.get('/api/v1/:objects/:id/shares', { schema: ofRecord }, (request, reply) =>
    on(request, reply, async (ctx, object) => ({
      items: await listShares(ctx, object.key, request.params.id),
    })),
  );
  app.post(
    '/api/v1/:objects/:id/shares',
    { schema: { ...ofRecord, body: shareBody } },
    (request, reply) =>
      on(request, reply, (ctx, object) =>
        perform(request, reply, ctx, async (inside) => {
          const { level: to, ...grantee } = request.body;
          const share = { grantee, level: to };
          const items = await shareRecord(inside, object.key, request.params.id, share);
          return { status: 200, body: { items } };
        }),
      ),
  );
  app.delete(
    '/api/v1/:objects/:id/shares/:granteeId',
    { schema: { ...ofRecord, params: recordParams.extend({ granteeId: z.uuid() }) } },
    (request, reply) =>
      on(request, reply, (ctx, object) =>
        perform(request, reply, ctx, async (inside) => {
          await unshareRecord(inside, object.key, request.params.id, request.params.granteeId);
          return { status: 204 };
        }),
      ),
  );
}
