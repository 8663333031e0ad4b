import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dismissGroup } from '#engine/duplicates/dismiss-group.ts';
import { queueMergeGroups, queueScan } from '#engine/duplicates/jobs.ts';
import { listGroups } from '#engine/duplicates/list-groups.ts';
import { leastMergedScore } from '#engine/duplicates/merge-groups.ts';
import { getRun } from '#engine/duplicates/runs.ts';
import { getMerge, listMerges } from '#engine/records/merge/list-merges.ts';
import { undoMerge } from '#engine/records/index.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery, wholeNumber, yesOrNo } from '../query-input.ts';

const objectKey = z.string().min(1).max(60);
const page = {
  cursor: z.string().max(200).exactOptional(),
  limit: wholeNumber(1, 200).exactOptional(),
};
const groupQuery = z.strictObject({
  object: objectKey,
  minScore: wholeNumber(0, 100).exactOptional(),
  dismissed: yesOrNo.exactOptional(),
  ...page,
});
const mergeQuery = z.strictObject({
  object: objectKey.exactOptional(),
  record: z.uuid().exactOptional(),
  ...page,
});
const byId = { params: z.strictObject({ id: z.uuid() }), querystring: noQuery };

const titled = z.strictObject({ id: z.uuid(), title: z.string().nullable() });
const nextCursor = z.string().nullable();
const reasons = z.array(
  z.strictObject({
    field: z.string(),
    match: z.enum(['exact', 'companyName', 'personName', 'near']),
  }),
);
const score = z.int().min(0).max(100);
const match = z.strictObject({ id: z.uuid(), title: z.string(), score, reasons });
const group = z.strictObject({
  id: z.uuid(),
  object: z.string(),
  score,
  reasons,
  foundAt: z.string(),
  dismissedAt: z.string().nullable(),
  dismissedBy: titled.nullable(),
  members: z.array(match),
});
const run = z.strictObject({
  id: z.uuid(),
  object: z.string(),
  kind: z.enum(['scan', 'merge']),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  done: z.int(),
  total: z.int().nullable(),
  outcome: z.record(z.string(), z.unknown()),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
});
const merge = z.strictObject({
  id: z.uuid(),
  object: z.string(),
  at: z.string(),
  actor: titled.nullable(),
  survivor: titled,
  merged: z.array(titled),
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
  sources: z.record(z.string(), z.string()),
  moved: z.record(z.string(), z.int()),
  undoableUntil: z.string().nullable(),
  undoneAt: z.string().nullable(),
  undoneBy: titled.nullable(),
});
const started = z.strictObject({ runId: z.uuid() });

/** Groups of probable duplicates, what becomes of them, and the merges that can be taken back. */
export function registerDuplicateRoutes(server: FastifyInstance): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const groups = z.strictObject({
    items: z.array(group),
    nextCursor,
    /** End of the last scan. */
    scannedAt: z.string().nullable(),
  });
  const merges = z.strictObject({ items: z.array(merge), nextCursor });

  app.get(
    '/api/v1/duplicates',
    { schema: { querystring: groupQuery, response: { 200: groups } } },
    (request) => listGroups(ctxOf(request), request.query),
  );
  app.post(
    '/api/v1/duplicates/:id/dismiss',
    { schema: { ...byId, body: z.strictObject({ dismissed: z.boolean().exactOptional() }) } },
    (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => {
        await dismissGroup(ctx, request.params.id, request.body);
        return { status: 204 };
      }),
  );
  app.post(
    '/api/v1/duplicates/scan',
    {
      schema: {
        querystring: noQuery,
        body: z.strictObject({ object: objectKey }),
        response: { 202: started },
      },
    },
    async (request, reply) => {
      await perform(request, reply, ctxOf(request), async (ctx) => {
        const body = await queueScan(ctx, request.body.object);
        return { status: 202, headers: runAt(body), body };
      });
      return reply;
    },
  );
  app.post(
    '/api/v1/duplicates/merge-all',
    {
      schema: {
        querystring: noQuery,
        body: z.strictObject({
          object: objectKey,
          minScore: z.int().min(leastMergedScore).max(100).default(100),
        }),
        response: { 202: started },
      },
    },
    async (request, reply) => {
      await perform(request, reply, ctxOf(request), async (ctx) => {
        const body = await queueMergeGroups(ctx, request.body);
        return { status: 202, headers: runAt(body), body };
      });
      return reply;
    },
  );
  app.get(
    '/api/v1/duplicates/runs/:id',
    { schema: { ...byId, response: { 200: run } } },
    (request) => getRun(ctxOf(request), request.params.id),
  );
  app.get(
    '/api/v1/merges',
    { schema: { querystring: mergeQuery, response: { 200: merges } } },
    (request) => listMerges(ctxOf(request), request.query),
  );
  app.get('/api/v1/merges/:id', { schema: { ...byId, response: { 200: merge } } }, (request) =>
    getMerge(ctxOf(request), request.params.id),
  );
  app.post('/api/v1/merges/:id/undo', { schema: byId }, (request, reply) =>
    perform(request, reply, ctxOf(request), async (ctx) => ({
      status: 200,
      body: await undoMerge(ctx, request.params.id),
    })),
  );
}

/** Where the progress of what was started is told. */
const runAt = ({ runId }: { runId: string }) => ({ location: `/api/v1/duplicates/runs/${runId}` });
