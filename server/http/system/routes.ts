import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { withTransaction } from '#engine/transaction.ts';
import { describeSystem, type Installation } from '#server/system/describe-system.ts';
import { jobStates, retryJob } from '#server/system/list-jobs.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';

const job = z.strictObject({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  state: z.enum(jobStates),
  attempts: z.int(),
  maxAttempts: z.int(),
  member: z.strictObject({ id: z.string(), title: z.string().nullable() }).nullable(),
  createdAt: z.string(),
  runAt: z.string(),
  error: z.string().nullable(),
});
const system = z.strictObject({
  version: z.string(),
  modelVersion: z.int(),
  node: z.string(),
  startedAt: z.string(),
  database: z.strictObject({
    version: z.string(),
    safeVersion: z.string().nullable(),
    outdated: z.boolean(),
    embedded: z.boolean(),
    bytes: z.number(),
    workspaceBytes: z.number(),
  }),
  /** False: mails are written to the folder `outbox` of the data. */
  mail: z.strictObject({ sends: z.boolean() }),
  backup: z.strictObject({ made: z.string().nullable(), verified: z.string().nullable() }),
  jobs: z.strictObject({
    workers: z.int(),
    failed: z.int(),
    running: z.int(),
    waiting: z.int(),
    items: z.array(job),
  }),
});
const config = { scope: 'admin' } as const;

/** How the installation and the company's background work are. */
export function registerSystemRoutes(server: FastifyInstance, installation: Installation): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/api/v1/system',
    { config, schema: { querystring: noQuery, response: { 200: system } } },
    (request) => describeSystem(ctxOf(request), installation),
  );
  app.post(
    '/api/v1/system/jobs/:id/retry',
    {
      config,
      schema: {
        params: z.strictObject({ id: z.string().max(40) }),
        querystring: noQuery,
        response: { 200: job },
      },
    },
    async (request, reply) => {
      await perform(request, reply, ctxOf(request), (ctx) =>
        withTransaction(ctx, async (inside) => ({
          status: 200,
          body: await retryJob(inside, request.params.id),
        })),
      );
      return reply;
    },
  );
}
