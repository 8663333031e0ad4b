import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { mapEvents, notificationEvents } from '#shared/personal.ts';
import { countUnread } from '#engine/notices/count-unread.ts';
import { listNotices } from '#engine/notices/list-notices.ts';
import { markAllRead, markRead } from '#engine/notices/mark-read.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery, wholeNumber, yesOrNo } from '../query-input.ts';

const kind = z.enum(notificationEvents);
const named = z.strictObject({ id: z.string(), title: z.string().nullable() });
const notice = z.strictObject({
  id: z.string(),
  kind,
  at: z.string(),
  read: z.boolean(),
  actor: named.nullable(),
  /** Its title is null for who may not see the record (any more). */
  record: named
    .extend({
      object: z.string(),
      removed: z.boolean(),
      /** What it belongs to, such as the talk of a reply. */
      within: named.extend({ object: z.string() }).nullable(),
    })
    .nullable(),
  params: z.strictObject({
    minutes: z.int().exactOptional(),
    due: z.string().exactOptional(),
    fields: z.array(z.string()).exactOptional(),
    actors: z.array(z.string()).exactOptional(),
    action: z.string().exactOptional(),
    count: z.int().exactOptional(),
    of: z.string().exactOptional(),
    team: z.string().exactOptional(),
    job: z.string().exactOptional(),
    name: z.string().exactOptional(),
    state: z.string().exactOptional(),
    id: z.string().exactOptional(),
  }),
});

/** What the person who asks is told of. */
export function registerNoticeRoutes(server: FastifyInstance): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.get(
    '/api/v1/notices',
    {
      schema: {
        querystring: z.strictObject({
          kind: kind.exactOptional(),
          unread: yesOrNo.exactOptional(),
          limit: wholeNumber(1, 100).exactOptional(),
          cursor: z.string().max(200).exactOptional(),
        }),
        response: {
          200: z.strictObject({ items: z.array(notice), nextCursor: z.string().nullable() }),
        },
      },
    },
    async (request) => listNotices(ctxOf(request), request.query),
  );
  app.get(
    '/api/v1/notices/unread',
    {
      schema: {
        querystring: noQuery,
        response: {
          200: z.strictObject({
            total: z.int(),
            kinds: z.strictObject(mapEvents(() => z.int().exactOptional())),
          }),
        },
      },
    },
    async (request) => countUnread(ctxOf(request)),
  );
  app.patch(
    '/api/v1/notices/:id',
    {
      schema: {
        params: z.strictObject({ id: z.uuid() }),
        querystring: noQuery,
        body: z.strictObject({ read: z.boolean() }),
      },
    },
    async (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => {
        await markRead(ctx, request.params.id, request.body.read);
        return { status: 204 };
      }),
  );
  app.post(
    '/api/v1/notices/read',
    {
      schema: {
        querystring: noQuery,
        body: z.strictObject({
          kind: kind.exactOptional(),
          record: z.strictObject({ object: z.string().max(80), id: z.uuid() }).exactOptional(),
          upTo: z.iso.datetime({ offset: true }).exactOptional(),
        }),
        response: { 200: z.strictObject({ read: z.int() }) },
      },
    },
    async (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => ({
        status: 200,
        body: { read: await markAllRead(ctx, request.body) },
      })),
  );
}
