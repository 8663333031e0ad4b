import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { AppError, notFound } from '#shared/errors.ts';
import type { Signals } from '#engine/realtime/signals.ts';
import type { Contexts } from '../context.ts';
import { createRateLimit } from '../limit-rate.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';
import { createOnObject } from '../records/on-object.ts';
import { recordParams } from '../records/schemas.ts';

/** A screen says it every few seconds while somebody writes. */
const limit = { burst: 10, perSecond: 1 };

/** Says that one is writing in a talk; who has it before them sees that for some seconds. */
export function registerTypingRoute(
  server: FastifyInstance,
  contexts: Contexts,
  signals: Signals | undefined,
): void {
  const on = createOnObject(contexts);
  const waitFor = createRateLimit(limit);
  server
    .withTypeProvider<ZodTypeProvider>()
    .post(
      '/api/v1/:objects/:id/typing',
      { schema: { params: recordParams, querystring: noQuery } },
      (request, reply) =>
        on(request, reply, (ctx, object) =>
          perform(request, reply, ctx, async (inside) => {
            if (!object.unread) throw notFound();
            const retryAfter = waitFor(request.identity?.memberId ?? '');
            if (retryAfter > 0) throw new AppError('tooManyRequests', { retryAfter });
            await signals?.type(inside, object.key, request.params.id);
            return { status: 204 };
          }),
        ),
    );
}
