import { create as contentDisposition } from 'content-disposition';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { exportReport, reportedBy, workReport } from '#server/modules/work-report/index.ts';
import { coreOf } from '#server/people/core-tables.ts';
import { recordAudit } from '#server/people/record-audit.ts';
import { ctxOf } from '../identity.ts';

const asked = {
  from: z.iso.date(),
  to: z.iso.date(),
  by: z.enum(reportedBy).default('person'),
  member: z.uuid().exactOptional(),
  team: z.uuid().exactOptional(),
  kind: z.string().max(60).exactOptional(),
};

/** Who did what, with whom and for how long, of those the actor answers for. */
export function registerWorkReportRoutes(server: FastifyInstance): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.get('/api/v1/work-report', { schema: { querystring: z.strictObject(asked) } }, (request) =>
    workReport(ctxOf(request), request.query),
  );

  app.get(
    '/api/v1/work-report/export',
    {
      // It is noted as the member's own.
      config: { preview: false },
      schema: { querystring: z.strictObject({ ...asked, format: z.enum(['csv', 'xlsx']) }) },
    },
    async (request, reply) => {
      const ctx = ctxOf(request);
      const { format, ...query } = request.query;
      const file = await exportReport(ctx, query, format);
      await recordAudit(coreOf(ctx), {
        action: 'export',
        result: 'done',
        workspace_id: ctx.workspace.id,
        member_id: ctx.actor.kind === 'member' ? ctx.actor.id : null,
        subject: `workReport ${format} ${file.rows}`,
        address: request.ip,
      });
      return reply
        .headers({
          'content-type': file.contentType,
          'content-disposition': contentDisposition(file.fileName),
          'cache-control': 'private, no-store',
        })
        .send(file.content);
    },
  );
}
