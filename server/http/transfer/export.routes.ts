import { create as contentDisposition } from 'content-disposition';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Ctx } from '#engine/context.ts';
import { exportRecords } from '#engine/transfer/export/export-records.ts';
import { viewQuery } from '#engine/transfer/export/view-query.ts';
import { limitTries } from '#server/people/attempts.ts';
import { coreOf } from '#server/people/core-tables.ts';
import { recordAudit } from '#server/people/record-audit.ts';
import type { Contexts } from '../context.ts';
import { commaList, jsonText, yesOrNo } from '../query-input.ts';
import { createOnObject } from '../records/on-object.ts';
import { objectParams } from '../records/schemas.ts';

const query = z.strictObject({
  format: z.enum(['csv', 'xlsx']),
  where: jsonText.exactOptional(),
  sort: z.string().max(500).exactOptional(),
  q: z.string().max(200).exactOptional(),
  columns: commaList(300).exactOptional(),
  /** A declared view's key or a saved one's id: its filter, order and columns, where the request says none. */
  view: z.string().max(60).exactOptional(),
  /** Headings are keys instead of labels. */
  keys: yesOrNo.exactOptional(),
  /** Relations carry the id behind the title. */
  ids: yesOrNo.exactOptional(),
});

const perHour = 10;
const handlerTimeout = 600_000;

/** Everything of an object that the actor may see, as a file. */
export function registerExportRoutes(server: FastifyInstance, contexts: Contexts): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const on = createOnObject(contexts);
  app.get(
    '/api/v1/:objects/export',
    {
      schema: { params: objectParams, querystring: query },
      handlerTimeout,
      // It is noted and counted as the member's own.
      config: { preview: false },
    },
    (request, reply) =>
      on(request, reply, async (ctx, object) => {
        await limitExports(ctx);
        const { view: key, ...asked } = request.query;
        const shown = key === undefined ? {} : await viewQuery(ctx, object, key);
        const file = await exportRecords(ctx, object.key, { ...shown, ...asked });
        const { fileName, contentType, content, count } = file;
        content.on('close', () => {
          const { actor, workspace, log } = ctx;
          recordAudit(coreOf(ctx), {
            action: 'export',
            result: 'done',
            workspace_id: workspace.id,
            member_id: actor.kind === 'member' ? actor.id : null,
            subject: `${object.key} ${asked.format} ${count()}`,
            address: request.ip,
          }).catch((error: unknown) => log.error({ err: error }, 'an export was not recorded'));
        });
        return reply
          .headers({
            'content-type': contentType,
            'content-disposition': contentDisposition(fileName),
            'cache-control': 'private, no-store',
          })
          .send(content);
      }),
  );
}

/** Somebody who takes the whole register again and again is not working with it. */
async function limitExports(ctx: Ctx): Promise<void> {
  const { actor, workspace } = ctx;
  if (actor.kind !== 'member') return;
  await limitTries(coreOf(ctx), [
    { name: 'export', of: [workspace.id, actor.id], most: perHour, seconds: 3600 },
  ]);
}
