import { create as contentDisposition } from 'content-disposition';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Ctx } from '#engine/context.ts';
import { exportRecords } from '#engine/transfer/export/export-records.ts';
import { viewQuery } from '#engine/transfer/export/view-query.ts';
import { limitTries } from '#server/people/attempts.ts';
import { coreOf } from '#server/people/core-tables.ts';
import { recordAudit } from '#server/people/record-audit.ts';
import type { Contexts } from '../context.ts';
import { commaList, jsonText, noQuery, yesOrNo } from '../query-input.ts';
import { createOnObject, type ObjectRequest } from '../records/on-object.ts';
import { filter, objectParams } from '../records/schemas.ts';

const common = {
  format: z.enum(['csv', 'xlsx']),
  sort: z.string().max(500).exactOptional(),
  q: z.string().max(200).exactOptional(),
  /** A declared view's key or a saved one's id: its filter, order and columns, where the request says none. */
  view: z.string().max(60).exactOptional(),
};

/** `keys`: headings are keys instead of labels. `ids`: relations carry the id behind the title. */
const query = z.strictObject({
  ...common,
  where: jsonText.exactOptional(),
  columns: commaList(300).exactOptional(),
  keys: yesOrNo.exactOptional(),
  ids: yesOrNo.exactOptional(),
});
const body = z.strictObject({
  ...common,
  where: filter.exactOptional(),
  columns: z.array(z.string().max(100)).max(300).exactOptional(),
  keys: z.boolean().exactOptional(),
  ids: z.boolean().exactOptional(),
});

const perHour = 10;
const handlerTimeout = 600_000;

/** Everything of an object that the actor may see, as a file. */
export function registerExportRoutes(server: FastifyInstance, contexts: Contexts): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const on = createOnObject(contexts);
  const send = (
    request: ObjectRequest & Pick<FastifyRequest, 'ip'>,
    reply: FastifyReply,
    { view: key, ...asked }: z.infer<typeof body>,
  ) =>
    on(request, reply, async (ctx, object) => {
      await limitExports(ctx);
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
    });
  // It is noted and counted as the member's own.
  const config = { preview: false as const };
  app.get(
    '/api/v1/:objects/export',
    { schema: { params: objectParams, querystring: query }, handlerTimeout, config },
    (request, reply) => send(request, reply, request.query),
  );
  // A thousand chosen records are too many for an address.
  app.post(
    '/api/v1/:objects/export',
    {
      schema: { params: objectParams, querystring: noQuery, body },
      handlerTimeout,
      config: { ...config, scope: 'read' as const },
    },
    (request, reply) => send(request, reply, request.body),
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
