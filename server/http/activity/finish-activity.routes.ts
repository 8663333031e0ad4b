import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { finishActivity } from '#server/modules/activity/index.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery, plainObject } from '../query-input.ts';
import { versionOf } from '../records/patch.ts';
import { version } from '../records/schemas.ts';

const record = z.looseObject({ id: z.uuid(), version });

/** What came of an activity, and what comes next. */
export function registerFinishActivityRoutes(server: FastifyInstance): void {
  server.withTypeProvider<ZodTypeProvider>().post(
    '/api/v1/activities/:id/finish',
    {
      schema: {
        params: z.strictObject({ id: z.uuid() }),
        querystring: noQuery,
        body: z.strictObject({
          values: plainObject.default({}),
          next: plainObject.exactOptional(),
          noNextStep: z.string().max(60).exactOptional(),
          version: version.exactOptional(),
        }),
        response: { 200: z.strictObject({ activity: record, next: record.nullable() }) },
      },
    },
    async (request, reply) => {
      await perform(request, reply, ctxOf(request), async (ctx) => {
        const seen = versionOf(request);
        const body = await finishActivity(ctx, request.params.id, {
          ...request.body,
          ...(seen !== undefined && { version: seen }),
        });
        return { status: 200, headers: { etag: `"${body.activity.version}"` }, body };
      });
      return reply;
    },
  );
}
