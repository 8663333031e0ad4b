import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { AppError, notFound } from '#shared/errors.ts';
import { systemActor } from '#engine/actor.ts';
import type { Workspaces } from '#engine/workspaces.ts';
import { endFeed, listFeeds, makeFeed, readFeed } from '#server/modules/calendar/index.ts';
import { limitTries, networkOf } from '#server/people/attempts.ts';
import { coreOn } from '#server/people/core-tables.ts';
import { readToken, writeToken } from '../documents/link-token.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';

const feed = z.strictObject({
  id: z.string(),
  team: z.strictObject({ id: z.string(), title: z.string().nullable() }).nullable(),
  createdAt: z.string(),
});

/** Calendars that other programs read by a secret address. */
export function registerCalendarFeedRoutes(server: FastifyInstance, workspaces: Workspaces): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const core = coreOn(workspaces.database.app);

  app.get(
    '/api/v1/calendar/feeds',
    {
      config: { preview: false },
      schema: {
        querystring: noQuery,
        response: { 200: z.strictObject({ items: z.array(feed) }) },
      },
    },
    async (request) => ({ items: await listFeeds(ctxOf(request)) }),
  );

  app.post(
    '/api/v1/calendar/feeds',
    {
      schema: {
        querystring: noQuery,
        body: z.strictObject({ team: z.uuid().toLowerCase().exactOptional() }),
        response: { 201: z.strictObject({ id: z.string(), path: z.string() }) },
      },
    },
    async (request, reply) => {
      // The answer is a secret, so it is not kept as others are.
      if (request.preview) throw new AppError('previewReadOnly');
      const ctx = ctxOf(request);
      const { id, secret } = await makeFeed(ctx, request.body.team);
      const token = writeToken(ctx.workspace.id, secret);
      return reply.code(201).send({ id, path: `/api/v1/calendar/feed/${token}.ics` });
    },
  );

  app.delete(
    '/api/v1/calendar/feeds/:id',
    { schema: { params: z.strictObject({ id: z.uuid() }), querystring: noQuery } },
    (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => {
        await endFeed(ctx, request.params.id);
        return { status: 204 };
      }),
  );

  app.get(
    '/api/v1/calendar/feed/:file',
    {
      config: { public: true },
      schema: { params: z.strictObject({ file: z.string().max(120) }), querystring: noQuery },
    },
    async (request, reply) => {
      const network = networkOf(request.ip);
      await limitTries(core, [{ name: 'calendar-feed', of: [network], most: 600, seconds: 900 }]);
      const [token = '', ending] = request.params.file.split('.');
      const found = ending === 'ics' ? readToken(token) : undefined;
      if (!found) throw notFound();
      const { info } = await workspaces.open(found.workspaceId);
      const ctx = await workspaces.context(found.workspaceId, systemActor('feed', info.settings));
      const text = await readFeed(ctx, found.secret, `${request.protocol}://${request.host}`);
      const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
      void reply.header('etag', etag).header('cache-control', 'private, no-cache');
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      return reply
        .header('content-type', 'text/calendar; charset=utf-8')
        .header('content-disposition', 'inline; filename="duyen.ics"')
        .send(text);
    },
  );
}
