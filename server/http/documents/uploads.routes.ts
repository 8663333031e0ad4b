import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { AppError, malformed, unauthenticated } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { beginUpload, dropUpload, largestUpload } from '#engine/files/upload/begin-upload.ts';
import { receivePart } from '#engine/files/upload/receive-part.ts';
import { findUpload, listUploads, type Upload } from '#engine/files/upload/upload.ts';
import { withTransaction } from '#engine/transaction.ts';
import { checkRoom, takeUpload, uploadTargets } from '#server/modules/document/index.ts';
import { ctxOf } from '../identity.ts';
import { noQuery } from '../query-input.ts';
import type { DocumentDeps } from './deps.ts';
import { checkTarget } from './check-target.ts';
import { partType, readBytes, readMetadata, speaksTus, tusExtensions, tusVersion } from './tus.ts';

const path = '/api/v1/uploads';
const uploadParams = z.strictObject({ id: z.uuid() });
/** A slow connection needs its time, and so does putting a large file away. */
const handlerTimeout = 600_000;

/** Files that come in as many goes as it takes; whole, they are documents. */
export function registerUploadRoutes(server: FastifyInstance, deps: DocumentDeps): void {
  // In a scope of its own: only here is anything but JSON taken, and it is read as it arrives.
  void server.register(async (scope) => {
    scope.addContentTypeParser(partType, (_request, _payload, done) => done(null, undefined));
    const app = scope.withTypeProvider<ZodTypeProvider>();
    const ofUpload = { params: uploadParams, querystring: noQuery };

    app.options(path, (_request, reply) =>
      reply
        .headers({
          'tus-resumable': tusVersion,
          'tus-version': tusVersion,
          'tus-extension': tusExtensions,
          'tus-max-size': String(largestUpload),
        })
        .code(204)
        .send(),
    );
    app.get(path, { schema: { querystring: noQuery } }, async (request) => ({
      items: await listUploads(ctxOf(request)),
    }));
    app.post(path, { schema: { querystring: noQuery } }, async (request, reply) => {
      if (!speaksTus(request.headers, reply)) return reply.code(412).send();
      const upload = await begin(ctxOf(request), request);
      const done = upload.size > 0 ? upload : await receive(deps, request, upload.id, 0);
      return shown(reply.code(201).header('location', `${path}/${upload.id}`), done).send();
    });
    app.head(`${path}/:id`, { schema: ofUpload }, async (request, reply) => {
      if (!speaksTus(request.headers, reply)) return reply.code(412).send();
      const upload = await findUpload(ctxOf(request), request.params.id);
      return shown(reply.code(200).header('upload-length', upload.size), upload).send();
    });
    app.patch(
      `${path}/:id`,
      {
        schema: ofUpload,
        bodyLimit: largestUpload,
        handlerTimeout,
        config: {
          upload: { types: [partType], schema: { type: 'string', format: 'binary' } },
        },
      },
      async (request, reply) => {
        if (!speaksTus(request.headers, reply)) return reply.code(412).send();
        await findUpload(ctxOf(request), request.params.id);
        if (request.headers['content-type'] !== partType)
          throw new AppError('unsupportedMediaType');
        const offset = readBytes(request.headers, 'Upload-Offset');
        const upload = await receive(deps, request, request.params.id, offset);
        return shown(reply.code(204), upload).send();
      },
    );
    app.delete(`${path}/:id`, { schema: ofUpload }, async (request, reply) => {
      if (!speaksTus(request.headers, reply)) return reply.code(412).send();
      const ctx = ctxOf(request);
      await dropUpload(ctx, await findUpload(ctx, request.params.id));
      return reply.code(204).send();
    });
  });
}

const shown = (reply: FastifyReply, { offset, keptUntil, became }: Upload): FastifyReply =>
  reply.headers({
    'upload-offset': String(offset),
    'upload-expires': new Date(keptUntil).toUTCString(),
    // So that a sender whose last answer was lost still learns what it made.
    ...(became !== null && { 'upload-document': became }),
  });

async function begin(ctx: Ctx, { headers }: FastifyRequest): Promise<Upload> {
  const size = readBytes(headers, 'Upload-Length');
  const known = ['filename', 'filetype', 'fingerprint', ...uploadTargets];
  const { filename = '', filetype: _said, fingerprint, ...target } = readMetadata(headers, known);
  if (fingerprint !== undefined && !/^[\w.-]{1,100}$/.test(fingerprint))
    throw malformed([{ path: 'fingerprint', code: 'badFormat' }]);
  await checkTarget(ctx, target);
  return withTransaction(ctx, async (inside) => {
    await checkRoom(inside, { bytes: size });
    return beginUpload(inside, { name: filename, size, fingerprint, target });
  });
}

/** The part a request brings; it ends when the sender is not let in any more. */
async function receive(
  { contexts, workspaces, presence }: DocumentDeps,
  request: FastifyRequest,
  id: string,
  offset: number,
): Promise<Upload> {
  const { identity } = request;
  if (!identity) throw unauthenticated();
  const out = new AbortController();
  const stop = presence?.watch(identity, () => {
    void presence.isIn(request).then((isIn) => isIn || out.abort(unauthenticated()));
  });
  try {
    const content = request.raw;
    const length = request.headers['content-length'];
    const fingerprint = request.headers['upload-fingerprint'];
    return await receivePart(
      ctxOf(request),
      id,
      {
        offset,
        content,
        length: length === undefined ? undefined : Number(length),
        signal: out.signal,
        ...(typeof fingerprint === 'string' && { fingerprint }),
      },
      async (inside, file, target) => {
        // Minutes may have gone by: with the rights of now, whatever this process knew.
        await workspaces.refresh(identity.workspaceId);
        const { actor, access, model, directory } = await contexts.of(identity);
        return takeUpload({ ...inside, actor, access, model, directory }, file, target);
      },
    );
  } catch (error) {
    // Read to the end, so that the sender gets to hear why.
    request.raw.resume();
    throw error;
  } finally {
    stop?.();
  }
}
