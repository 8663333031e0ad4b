import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { watchedPotentials, watchedStages } from '#shared/stalled.ts';
import { stalledSettings } from '#server/modules/stalled/index.ts';
import type { People } from '#server/people/people.ts';
import { updateCompany } from '#server/people/update-company.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';

const days = z.int().min(0).max(3650);
const eachOf = <K extends string>(keys: readonly K[]) => z.record(z.enum(keys), days);
const settings = z.strictObject({
  days: z.record(z.enum(watchedStages), eachOf(watchedPotentials)),
  unansweredCalls: z.int().min(0).max(100),
  overload: z.number().min(0).max(100),
});

/** When customers count as left behind: everyone sees it, an administrator changes it. */
export function registerStalledSettingRoutes(server: FastifyInstance, people: People): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.get('/api/v1/stalled/settings', { schema: { querystring: noQuery } }, (request) =>
    stalledSettings(ctxOf(request)),
  );

  app.put(
    '/api/v1/stalled/settings',
    { config: { scope: 'admin' }, schema: { querystring: noQuery, body: settings } },
    (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => {
        await updateCompany(people, ctx, { stalled: request.body });
        return { status: 204 };
      }),
  );
}
