import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import { noQuery } from '../query-input.ts';

interface Deps {
  clock: Clock;
  database: Database;
}

const dayMinutes = 1440;

/** Only in a program that a test started with TEST_CLOCK: it is later at once, and what is due by then is done. */
export function registerClockRoutes(server: FastifyInstance, { clock, database }: Deps): void {
  server.withTypeProvider<ZodTypeProvider>().put(
    '/api/v1/test-clock',
    {
      schema: {
        querystring: noQuery,
        body: z.strictObject({
          minutes: z
            .int()
            .min(0)
            .max(400 * dayMinutes),
          /** Timed jobs that run now instead of at their minute. */
          jobs: z.array(z.string().max(60)).max(10).default(['forgotten-activities']),
        }),
      },
    },
    async ({ body: { minutes, jobs } }, reply) => {
      clock.set(minutes * 60_000);
      for (const job of jobs)
        await database.app.query('select graphile_worker.add_job($1::text)', [job]);
      return reply.status(204).send();
    },
  );
}
