import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { findRecordFile } from '#engine/files/find-record-file.ts';
import { asPages } from '#engine/files/office/as-pages.ts';
import { findText } from '#engine/files/text/find-text.ts';
import { listOpenings } from '#engine/files/file-openings.ts';
import { listVersions, removeVersion } from '#engine/files/list-versions.ts';
import { findFolderPath } from '#server/modules/document/index.ts';
import { ctxOf } from '../identity.ts';
import { perform } from '../perform.ts';
import { noQuery, wholeNumber } from '../query-input.ts';

/** Several may wait for the converter. */
const handlerTimeout = 180_000;
const idParams = z.strictObject({ id: z.uuid() });
const versionParams = idParams.extend({ number: wholeNumber(1, 1_000_000) });

/** What documents and folders have beyond other records. */
export function registerDocumentRoutes(server: FastifyInstance): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  const ofRecord = { params: idParams, querystring: noQuery };

  app.get('/api/v1/documents/:id/versions', { schema: ofRecord }, async (request) => ({
    items: await listVersions(ctxOf(request), 'document', request.params.id),
  }));
  app.delete(
    '/api/v1/documents/:id/versions/:number',
    { schema: { ...ofRecord, params: versionParams } },
    (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => {
        await removeVersion(ctx, 'document', request.params.id, request.params.number);
        return { status: 204 };
      }),
  );
  app.get('/api/v1/documents/:id/openings', { schema: ofRecord }, async (request) => ({
    items: await listOpenings(ctxOf(request), 'document', request.params.id),
  }));
  app.get('/api/v1/documents/:id/text', { schema: ofRecord }, (request) =>
    findText(ctxOf(request), 'document', request.params.id, { noted: !request.preview }),
  );
  // Made now, so that the frame that shows them has not to wait, and is not opened for nothing.
  app.get('/api/v1/documents/:id/pages', { schema: ofRecord, handlerTimeout }, async (request) => {
    const ctx = ctxOf(request);
    const file = await findRecordFile(ctx, 'document', request.params.id);
    return { shown: (await asPages(ctx, file)) !== null };
  });
  app.get('/api/v1/folders/:id/path', { schema: ofRecord }, async (request) => ({
    items: await findFolderPath(ctxOf(request), request.params.id),
  }));
}
