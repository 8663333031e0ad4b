import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { notFound } from '#shared/errors.ts';
import { endOtherSessions, endOwnSession } from '#server/people/end-sessions.ts';
import type { People } from '#server/people/people.ts';
import { listSessions } from '#server/people/list-sessions.ts';
import { idParams } from './schemas.ts';
import { sessionOf } from './session.ts';

/** Where a person is signed in, and ending that. */
export function registerSessionRoutes(instance: FastifyInstance, people: People): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();

  const session = z.strictObject({
    id: z.string(),
    current: z.boolean(),
    address: z.string().nullable(),
    browser: z.string().nullable(),
    createdAt: z.string(),
    lastUsedAt: z.string(),
    expiresAt: z.string(),
  });
  app.get(
    '/api/auth/sessions',
    {
      config: { preview: false },
      schema: { response: { 200: z.strictObject({ items: z.array(session) }) } },
    },
    async (request) => ({ items: await listSessions(people, sessionOf(request)) }),
  );

  app.delete('/api/auth/sessions/:id', { schema: { params: idParams } }, async (request, reply) => {
    const { userId } = sessionOf(request);
    if (!(await endOwnSession(people, userId, request.params.id))) throw notFound();
    return reply.code(204).send();
  });

  app.post('/api/auth/sessions/end-others', async (request, reply) => {
    const { userId, sessionId } = sessionOf(request);
    await endOtherSessions(people, userId, sessionId);
    return reply.code(204).send();
  });
}
