import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  aggregate,
  batch,
  createRecords,
  get,
  list,
  mergeRecords,
  removeRecords,
  restoreRecords,
  updateRecords,
} from '#engine/records/index.ts';
import { matchInput, refuseDuplicates } from '#engine/duplicates/warn-of-duplicates.ts';
import { listHistory } from '#engine/history/list-history.ts';
import { listTimeline } from '#engine/timeline/list-timeline.ts';
import type { Contexts } from '../context.ts';
import { perform } from '../perform.ts';
import { noQuery, plainObject } from '../query-input.ts';
import { createOnObject } from './on-object.ts';
import { patchOf, versionOf } from './patch.ts';
import {
  aggregateBody,
  batchBody,
  createQuery,
  listBody,
  listQuery,
  matchBody,
  mergeBody,
  objectParams,
  pageQuery,
  recordParams,
  timelineQuery,
} from './schemas.ts';

/** Reading by a body that is too long for an address. */
const readsByPost = { scope: 'read' } as const;

/** The API of records: one set of routes for every object there is or will be. */
export function registerRecordRoutes(server: FastifyInstance, contexts: Contexts): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const on = createOnObject(contexts);
  const ofObject = { params: objectParams, querystring: noQuery };
  const ofRecord = { params: recordParams, querystring: noQuery };

  app.get(
    '/api/v1/:objects',
    { schema: { params: objectParams, querystring: listQuery } },
    (request, reply) => on(request, reply, (ctx, object) => list(ctx, object.key, request.query)),
  );
  app.post(
    '/api/v1/:objects/query',
    { schema: { ...ofObject, body: listBody }, config: readsByPost },
    (request, reply) => on(request, reply, (ctx, object) => list(ctx, object.key, request.body)),
  );
  app.post(
    '/api/v1/:objects/aggregate',
    { schema: { ...ofObject, body: aggregateBody }, config: readsByPost },
    (request, reply) =>
      on(request, reply, (ctx, object) => aggregate(ctx, object.key, request.body)),
  );
  app.post(
    '/api/v1/:objects/matches',
    { schema: { ...ofObject, body: matchBody }, config: readsByPost },
    (request, reply) =>
      on(request, reply, async (ctx, object) => {
        const { values, ...options } = request.body;
        return { items: await matchInput(ctx, object.key, values, options) };
      }),
  );
  app.post(
    '/api/v1/:objects',
    { schema: { params: objectParams, querystring: createQuery, body: plainObject } },
    (request, reply) =>
      on(request, reply, (ctx, object) =>
        perform(request, reply, ctx, async (inside) => {
          if (request.query.duplicates === 'warn')
            await refuseDuplicates(inside, object.key, request.body);
          const [record] = await createRecords(inside, object.key, [request.body]);
          return {
            status: 201,
            headers: {
              location: `/api/v1/${object.path}/${record?.id}`,
              etag: `"${record?.version}"`,
            },
            body: record,
          };
        }),
      ),
  );
  app.post(
    '/api/v1/:objects/batch',
    { schema: { ...ofObject, body: batchBody }, bodyLimit: batchLimit },
    (request, reply) =>
      on(request, reply, (ctx, object) =>
        perform(request, reply, ctx, async (inside) => {
          const { create = [], update = [], remove = [] } = request.body;
          const changes = { create, update: update.map((each) => patchOf(each)), remove };
          return { status: 200, body: await batch(inside, object.key, changes) };
        }),
      ),
  );
  app.get('/api/v1/:objects/:id', { schema: ofRecord }, (request, reply) =>
    on(request, reply, async (ctx, object) =>
      withTag(reply, await get(ctx, object.key, request.params.id)),
    ),
  );
  app.patch(
    '/api/v1/:objects/:id',
    { schema: { ...ofRecord, body: plainObject } },
    (request, reply) =>
      on(request, reply, (ctx, object) =>
        perform(request, reply, ctx, async (inside) => {
          const patch = patchOf({ ...request.body, id: request.params.id }, versionOf(request));
          const [record] = await updateRecords(inside, object.key, [patch]);
          return { status: 200, headers: { etag: `"${record?.version}"` }, body: record };
        }),
      ),
  );
  app.delete('/api/v1/:objects/:id', { schema: ofRecord }, (request, reply) =>
    on(request, reply, (ctx, object) =>
      perform(request, reply, ctx, async (inside) => {
        const version = versionOf(request);
        const { id } = request.params;
        await removeRecords(inside, object.key, [
          { id, ...(version !== undefined && { version }) },
        ]);
        return { status: 204 };
      }),
    ),
  );
  app.post('/api/v1/:objects/:id/restore', { schema: ofRecord }, (request, reply) =>
    on(request, reply, (ctx, object) =>
      perform(request, reply, ctx, async (inside) => {
        const [record] = await restoreRecords(inside, object.key, [request.params.id]);
        return { status: 200, headers: { etag: `"${record?.version}"` }, body: record };
      }),
    ),
  );
  app.post(
    '/api/v1/:objects/:id/merge',
    { schema: { ...ofRecord, body: mergeBody } },
    (request, reply) =>
      on(request, reply, (ctx, object) =>
        perform(request, reply, ctx, async (inside) => {
          const version = versionOf(request) ?? request.body.version;
          const { record, mergeId } = await mergeRecords(inside, object.key, request.params.id, {
            ...request.body,
            version,
          });
          // How to take it back.
          const headers = { etag: `"${record.version}"`, 'merge-id': mergeId };
          return { status: 200, headers, body: record };
        }),
      ),
  );
  app.get(
    '/api/v1/:objects/:id/history',
    { schema: { params: recordParams, querystring: pageQuery } },
    (request, reply) =>
      on(request, reply, (ctx, object) =>
        listHistory(ctx, object.key, request.params.id, request.query),
      ),
  );
  app.get(
    '/api/v1/:objects/:id/timeline',
    { schema: { params: recordParams, querystring: timelineQuery } },
    (request, reply) =>
      on(request, reply, (ctx, object) =>
        listTimeline(ctx, object.key, request.params.id, request.query),
      ),
  );
}

/** A thousand records of a few kilobytes each. */
const batchLimit = 8 * 1_048_576;

function withTag<T extends { version: number }>(reply: FastifyReply, record: T): T {
  void reply.header('etag', `"${record.version}"`);
  return record;
}
