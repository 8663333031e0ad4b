import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { AppError, invalid, type ValueError } from '#shared/errors.ts';
import { list, type ListResult } from '#engine/records/index.ts';
import type { Contexts } from '../context.ts';
import { noQuery } from '../query-input.ts';
import { createOnObject } from './on-object.ts';
import { listBody } from './schemas.ts';

const mostTogether = 20;
/** One request must not take every connection to the database. */
const atOnce = 4;

const query = listBody.extend({ objects: z.string().max(100) });
type Query = z.infer<typeof query>;
const body = z.strictObject({ queries: z.array(query).min(1).max(mostTogether) });
/** As the engine presents it; looked at no more, for that would cost as much as reading it did. */
const record = z.unknown().meta({ type: 'object' });
const page = z.strictObject({
  items: z.array(record),
  nextCursor: z.string().nullable(),
  total: z.strictObject({ value: z.int(), exact: z.boolean() }).nullable(),
});

/** Lists of several objects in one answer, in the order they were asked for: what a screen shows at once. */
export function registerTogetherRoute(server: FastifyInstance, contexts: Contexts): void {
  const on = createOnObject(contexts);
  server.withTypeProvider<ZodTypeProvider>().post(
    '/api/v1/query',
    {
      schema: {
        querystring: noQuery,
        body,
        response: { 200: z.strictObject({ answers: z.array(page) }) },
      },
      config: { scope: 'read' },
    },
    async (request, reply) => {
      const { ctx, identity, preview } = request;
      const ask = ({ objects, ...query }: Query) =>
        on({ params: { objects }, ctx, identity, preview }, reply, (inside, object) =>
          list(inside, object.key, query),
        );
      const { queries } = request.body;
      const settled: PromiseSettledResult<ListResult>[] = [];
      for (let at = 0; at < queries.length; at += atOnce)
        settled.push(...(await Promise.allSettled(queries.slice(at, at + atOnce).map(ask))));
      return { answers: allOf(settled) };
    },
  );
}

/** Every answer; or what is wrong with the queries, all at once, by paths that say with which. */
function allOf<T>(settled: readonly PromiseSettledResult<T>[]): T[] {
  const errors: ValueError[] = [];
  const answers: T[] = [];
  for (const [i, each] of settled.entries()) {
    if (each.status === 'fulfilled') answers.push(each.value);
    else if (each.reason instanceof AppError && each.reason.code === 'invalid')
      errors.push(
        ...each.reason.errors.map((error) => ({ ...error, path: `queries.${i}.${error.path}` })),
      );
    else throw each.reason;
  }
  if (errors.length > 0) throw invalid(errors);
  return answers;
}
