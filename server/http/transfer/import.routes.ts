import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { transferWords } from '#shared/messages/imports.ts';
import {
  addImportOptions,
  approveImport,
  cancelImport,
  changeImportOptions,
  countProblems,
  dropImport,
  eachProblem,
  getImport,
  keepImport,
  largestUpload,
  listImports,
  listProblems,
  previewRows,
  rejectedRows,
  storeImport,
  undoImport,
  type Import,
  type StoredImport,
} from '#engine/transfer/import/index.ts';
import { csvWriter } from '#engine/transfer/write/write-csv.ts';
import type { Ctx } from '#engine/context.ts';
import { withTransaction } from '#engine/transaction.ts';
import type { Workspaces } from '#engine/workspaces.ts';
import { ctxOf } from '../identity.ts';
import { keepOrDrop } from '../keep-or-drop.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';
import { receiveUpload, uploadLimits } from './receive-upload.ts';
import {
  addOptionsBody,
  importForm,
  importOptions,
  importParams,
  importsQuery,
  optionsQuery,
  phaseQuery,
  problemsQuery,
  rowsQuery,
} from './schemas.ts';

/** A slow connection needs its time for a large file. */
const handlerTimeout = 600_000;

/** Files of rows, from the upload to the undo; the work itself is a job. */
export function registerImportRoutes(server: FastifyInstance, workspaces: Workspaces): void {
  registerUpload(server);
  const app = server.withTypeProvider<ZodTypeProvider>();
  const ofImport = { params: importParams, querystring: noQuery };

  app.get('/api/v1/imports', { schema: { querystring: importsQuery } }, (request) =>
    listImports(ctxOf(request), request.query),
  );
  app.get('/api/v1/imports/:id', { schema: ofImport }, (request) =>
    getImport(ctxOf(request), request.params.id),
  );
  app.patch(
    '/api/v1/imports/:id',
    { schema: { ...ofImport, body: importOptions } },
    (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => ({
        status: 202,
        body: await changeImportOptions(ctx, request.params.id, request.body),
      })),
  );
  const steps: Record<string, (ctx: Ctx, id: string) => Promise<Import>> = {
    run: approveImport,
    cancel: cancelImport,
    undo: undoImport,
  };
  for (const [name, step] of Object.entries(steps)) {
    app.post(`/api/v1/imports/:id/${name}`, { schema: ofImport }, (request, reply) =>
      perform(request, reply, ctxOf(request), async (ctx) => ({
        status: 202,
        body: await step(ctx, request.params.id),
      })),
    );
  }
  app.post(
    '/api/v1/imports/:id/add-options',
    {
      schema: { params: importParams, querystring: optionsQuery, body: addOptionsBody },
      config: { scope: 'admin' },
      // Nothing needs to be said of them.
      preValidation: async (request) => {
        request.body ??= {};
      },
    },
    (request, reply) =>
      // The change of the model is a transaction of its own, of who owns the tables; jobs are not theirs to queue.
      perform(request, reply, ctxOf(request), async (ctx) => ({
        status: 202,
        body: await addImportOptions(ctx, workspaces, request.params.id, {
          ...request.query,
          ...request.body,
        }),
      })),
  );
  app.get(
    '/api/v1/imports/:id/problems',
    { schema: { params: importParams, querystring: problemsQuery } },
    (request) => {
      const { phase, column, ...page } = request.query;
      return listProblems(ctxOf(request), request.params.id, phase, {
        ...page,
        ...ofColumn(column),
      });
    },
  );
  app.get(
    '/api/v1/imports/:id/problems/summary',
    { schema: { params: importParams, querystring: phaseQuery } },
    (request) => countProblems(ctxOf(request), request.params.id, request.query.phase),
  );
  app.get(
    '/api/v1/imports/:id/rows',
    { schema: { params: importParams, querystring: rowsQuery }, handlerTimeout },
    (request) => {
      const { column, ...query } = request.query;
      return previewRows(ctxOf(request), request.params.id, { ...query, ...ofColumn(column) });
    },
  );
  app.get(
    '/api/v1/imports/:id/problems.csv',
    { schema: { params: importParams, querystring: phaseQuery }, handlerTimeout },
    async (request, reply) => {
      const ctx = ctxOf(request);
      const { fileName } = await getImport(ctx, request.params.id);
      const words = transferWords[ctx.actor.language];
      const { row, column, value, reason } = words;
      const writer = csvWriter(
        [row, column, value, reason].map((name) => ({ name, kind: 'text' })),
      );
      const { phase } = request.query;
      const lines = Readable.from(
        (async function* () {
          for await (const each of eachProblem(ctx, request.params.id, phase)) {
            yield [each.row, each.column, each.value, each.message];
          }
        })(),
      );
      lines.on('error', (error) => writer.destroy(error));
      return sendCsv(reply, `${words.reason} ${fileName}`, lines.pipe(writer));
    },
  );
  app.get(
    '/api/v1/imports/:id/rejected.csv',
    { schema: { params: importParams, querystring: phaseQuery }, handlerTimeout },
    async (request, reply) => {
      const ctx = ctxOf(request);
      const { fileName } = await getImport(ctx, request.params.id);
      const content = await rejectedRows(ctx, request.params.id, request.query.phase);
      return sendCsv(reply, `${transferWords[ctx.actor.language].refused} ${fileName}`, content);
    },
  );
}

const ofColumn = (column: string | undefined) =>
  column === undefined ? {} : { column: column === '' ? null : column };

const sendCsv = (reply: FastifyReply, name: string, content: Readable) =>
  reply
    .headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': contentDisposition(`${name.replace(/\.\w+$/, '')}.csv`),
      'cache-control': 'private, no-store',
    })
    .send(content);

/** In a scope of its own: only this route takes anything but JSON. */
function registerUpload(server: FastifyInstance): void {
  void server.register(async (scope) => {
    await scope.register(multipart, { limits: { ...uploadLimits, fileSize: largestUpload + 1 } });
    scope.withTypeProvider<ZodTypeProvider>().post(
      '/api/v1/imports',
      {
        schema: { querystring: noQuery },
        bodyLimit: largestUpload + 2_000_000,
        handlerTimeout,
        config: { upload: importForm },
      },
      async (request, reply) => {
        const ctx = ctxOf(request);
        const stored = await receiveUpload(request, ({ object, options, fileName, content }) =>
          storeImport(ctx, { object, options, fileName, source: content }),
        );
        request.bodyHash = hashOf(stored);
        return keepOrDrop(
          (kept) =>
            perform(request, reply, ctx, (inside) =>
              withTransaction(inside, async (inside) => {
                const made = await keepImport(inside, stored);
                kept(inside);
                const headers = { location: `/api/v1/imports/${made.id}` };
                return { status: 202, headers, body: made };
              }),
            ),
          () => dropImport(ctx, stored),
        );
      },
    );
  });
}

/** The same file, taken in the same way, is the same request. */
const hashOf = ({ object, options, fileName, sha256 }: StoredImport): string =>
  createHash('sha256')
    .update(JSON.stringify([object, options, fileName, sha256]))
    .digest('base64url');
