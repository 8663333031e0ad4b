import { createHash } from 'node:crypto';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { AppError, malformed } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import {
  attachToRecord,
  detachFromRecord,
  listAttachments,
} from '#engine/files/attach-to-record.ts';
import { findFile } from '#engine/files/find-file.ts';
import { noteOpening } from '#engine/files/file-openings.ts';
import { firstRows } from '#engine/files/first-rows.ts';
import {
  dropFiles,
  keepFiles,
  largestFile,
  mostFilesAtOnce,
  storeFile,
  type StoredFile,
} from '#engine/files/upload-files.ts';
import { withTransaction } from '#engine/transaction.ts';
import type { Contexts } from '../context.ts';
import { ctxOf } from '../identity.ts';
import { keepOrDrop } from '../keep-or-drop.ts';
import type { UploadBody } from '../openapi/collect-routes.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';
import { createOnObject } from '../records/on-object.ts';
import { recordParams } from '../records/schemas.ts';
import { sendFile } from './send-file.ts';

/** A slow connection needs its time for a large file. */
const handlerTimeout = 600_000;
const fileParams = z.strictObject({ id: z.uuid() });
const uploadedFile = z.strictObject({
  id: z.string(),
  name: z.string(),
  size: z.int(),
  type: z.string(),
});

const filesForm: UploadBody = {
  types: ['multipart/form-data'],
  schema: {
    type: 'object',
    properties: {
      file: {
        type: 'array',
        items: { type: 'string', format: 'binary' },
        minItems: 1,
        maxItems: mostFilesAtOnce,
        description: `At most ${largestFile} bytes each.`,
      },
    },
    required: ['file'],
    additionalProperties: false,
  },
};

/** Files: uploaded first, then named in a record's field or attached to it. */
export function registerFileRoutes(server: FastifyInstance, contexts: Contexts): void {
  registerUpload(server);
  const app = server.withTypeProvider<ZodTypeProvider>();
  const on = createOnObject(contexts);
  const ofRecord = { params: recordParams, querystring: noQuery };

  app.get(
    '/api/v1/files/:id',
    {
      schema: {
        params: fileParams,
        querystring: z.strictObject({ preview: z.literal(['', 'true']).exactOptional() }),
      },
      handlerTimeout,
    },
    (request, reply) =>
      sendFile(ctxOf(request), request, reply, {
        id: request.params.id,
        preview: request.query.preview !== undefined,
      }),
  );
  // Read here, where encodings and delimiters are known; reading the rows is looking at the file.
  app.get(
    '/api/v1/files/:id/table',
    { schema: { params: fileParams, querystring: noQuery } },
    async (request) => {
      const ctx = ctxOf(request);
      const file = await findFile(ctx, request.params.id);
      if (!request.preview) await noteOpening(ctx, file, { way: 'preview' });
      return { table: await firstRows(ctx, file) };
    },
  );
  app.get('/api/v1/:objects/:id/files', { schema: ofRecord }, (request, reply) =>
    on(request, reply, async (ctx, object) => ({
      items: await listAttachments(ctx, object.key, request.params.id),
    })),
  );
  app.post(
    '/api/v1/:objects/:id/files',
    {
      schema: {
        ...ofRecord,
        body: z.strictObject({ fileIds: z.array(z.uuid()).min(1).max(100) }),
      },
    },
    (request, reply) =>
      on(request, reply, (ctx, object) =>
        perform(request, reply, ctx, async (inside) => ({
          status: 200,
          body: {
            items: await attachToRecord(
              inside,
              object.key,
              request.params.id,
              request.body.fileIds,
            ),
          },
        })),
      ),
  );
  app.delete(
    '/api/v1/:objects/:id/files/:fileId',
    { schema: { ...ofRecord, params: recordParams.extend({ fileId: z.uuid() }) } },
    (request, reply) =>
      on(request, reply, (ctx, object) =>
        perform(request, reply, ctx, async (inside) => {
          await detachFromRecord(inside, object.key, request.params.id, request.params.fileId);
          return { status: 204 };
        }),
      ),
  );
}

/** In a scope of its own: only this route takes anything but JSON. */
function registerUpload(server: FastifyInstance): void {
  void server.register(async (scope) => {
    await scope.register(multipart, {
      limits: {
        fileSize: largestFile,
        files: mostFilesAtOnce,
        parts: mostFilesAtOnce,
        fields: 0,
        headerPairs: 20,
      },
    });
    scope.withTypeProvider<ZodTypeProvider>().post(
      '/api/v1/files',
      {
        schema: {
          querystring: z.strictObject({ kind: z.literal('picture').exactOptional() }),
          response: { 201: z.strictObject({ items: z.array(uploadedFile) }) },
        },
        bodyLimit: mostFilesAtOnce * (largestFile + 10_000),
        handlerTimeout,
        config: { upload: filesForm },
      },
      async (request, reply) => {
        const ctx = ctxOf(request);
        if (!request.isMultipart()) throw new AppError('unsupportedMediaType');
        const picture = request.query.kind === 'picture';
        const files = await receive(ctx, request, picture);
        request.bodyHash = hashOf(files);
        return keepOrDrop(
          (kept) =>
            perform(request, reply, ctx, (inside) =>
              withTransaction(inside, async (inside) => {
                await keepFiles(inside, files);
                kept(inside);
                return { status: 201, body: { items: files.map(shown) } };
              }),
            ),
          () => dropFiles(ctx, files),
        );
      },
    );
  });
}

const shown = ({ id, name, size, type }: StoredFile) => ({ id, name, size, type });

/** Stores what comes, one file after the other, all or none. */
async function receive(ctx: Ctx, request: FastifyRequest, picture: boolean): Promise<StoredFile[]> {
  const stored: StoredFile[] = [];
  try {
    for await (const { filename, file } of request.files())
      stored.push(await storeFile(ctx, { name: filename, content: file }, { picture }));
  } catch (error) {
    await dropFiles(ctx, stored);
    // Read to the end, so that the sender gets to hear why.
    request.raw.unpipe();
    request.raw.resume();
    throw isBrokenOff(error) ? malformed() : error;
  }
  if (stored.length === 0) throw malformed([{ path: 'file', code: 'required' }]);
  return stored;
}

/** The form ended in the middle of a part. */
const isBrokenOff = (error: unknown): boolean =>
  error instanceof Error &&
  !(error instanceof AppError) &&
  (/^(Unexpected end|Part terminated early|Malformed|Multipart: Boundary)/.test(error.message) ||
    ('code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'));

/** The same files under the same names are the same request. */
const hashOf = (files: readonly StoredFile[]): string =>
  createHash('sha256')
    .update(JSON.stringify(files.map(({ name, sha256 }) => [name, sha256])))
    .digest('base64url');
