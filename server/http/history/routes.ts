import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { historyKinds, listWorkspaceHistory } from '#engine/history/list-workspace-history.ts';
import { ctxOf } from '../identity.ts';
import { wholeNumber } from '../query-input.ts';

const short = z.string().min(1).max(80).exactOptional();
const historyQuery = z.strictObject({
  kind: z.enum(historyKinds).exactOptional(),
  object: short,
  actor: short,
  action: short,
  from: short,
  to: short,
  cursor: z.string().max(20).exactOptional(),
  limit: wholeNumber(1, 200).exactOptional(),
});

/** What happened in the whole company. */
export function registerHistoryRoutes(server: FastifyInstance): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/api/v1/history',
    { config: { scope: 'admin' }, schema: { querystring: historyQuery } },
    (request) => listWorkspaceHistory(ctxOf(request), request.query),
  );
}
