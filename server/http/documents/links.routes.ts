import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Ctx } from '#engine/context.ts';
import { endLink, listLinks, makeLink } from '#server/modules/document/index.ts';
import { hashPassword } from '#server/people/hash-password.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';
import { writeToken } from './link-token.ts';

const idParams = z.strictObject({ id: z.uuid() });
const linkBody = z.strictObject({
  name: z.string().trim().min(1).max(100).exactOptional(),
  expiresAt: z.iso.datetime({ offset: true }).exactOptional(),
  password: z.string().min(6).max(200).exactOptional(),
});

/** Addresses by which people outside read a document, made and ended. */
export function registerLinkRoutes(server: FastifyInstance): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const ofRecord = { params: idParams, querystring: noQuery };

  app.get('/api/v1/documents/:id/links', { schema: ofRecord }, async (request) => ({
    items: await listLinks(ctxOf(request), request.params.id),
  }));
  // Not performed: an answer that is kept would keep the secret.
  app.post(
    '/api/v1/documents/:id/links',
    { schema: { ...ofRecord, body: linkBody } },
    async (request, reply) => {
      const ctx: Ctx = ctxOf(request);
      const { password, ...given } = request.body;
      const passwordHash = password === undefined ? undefined : await hashPassword(password);
      const { link, secret } = await makeLink(ctx, request.params.id, { ...given, passwordHash });
      return reply.code(201).send({ link, token: writeToken(ctx.workspace.id, secret) });
    },
  );
  app.delete(
    '/api/v1/documents/:id/links/:linkId',
    { schema: { ...ofRecord, params: idParams.extend({ linkId: z.uuid() }) } },
    (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => {
        await endLink(ctx, request.params.id, request.params.linkId);
        return { status: 204 };
      }),
  );
}
