import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Access } from '#engine/access/access.ts';
import { ctxOf } from '../identity.ts';
import { noQuery } from '../query-input.ts';
import { buildDocument } from './build-document.ts';
import type { CollectedRoute } from './collect-routes.ts';

/** The description of the API as this actor may use it: their objects, their fields, their language. */
export function registerOpenApiRoute(
  server: FastifyInstance,
  options: { routes: readonly CollectedRoute[]; sessionCookie: string },
): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  // An Access lives as long as the workspace's version and role it was built for.
  const documents = new WeakMap<Access, Map<string, string>>();

  app.get('/api/v1/openapi.json', { schema: { querystring: noQuery } }, (request, reply) => {
    const { model, access, actor } = ctxOf(request);
    const kept = documents.get(access) ?? new Map<string, string>();
    documents.set(access, kept);
    const name = `${model.version} ${actor.language}`;
    const text =
      kept.get(name) ??
      JSON.stringify(buildDocument({ ...options, model, access, language: actor.language }));
    kept.set(name, text);
    return reply.header('content-type', 'application/json; charset=utf-8').send(text);
  });
}
