import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { AppError, malformed, unauthenticated } from '#shared/errors.ts';
import { storedName } from '#engine/files/file-name.ts';
import { describeMe } from '#server/people/describe-me.ts';
import {
  dropPicture,
  findPicture,
  largestPicture,
  removePicture,
  setPicture,
  storePicture,
} from '#server/people/member-picture.ts';
import type { People } from '#server/people/people.ts';
import { withTransaction } from '#engine/transaction.ts';
import { ctxOf } from '../identity.ts';
import { keepOrDrop } from '../keep-or-drop.ts';
import { perform } from '../perform.ts';
import { noQuery } from '../query-input.ts';
import { idParams, meSchema } from './schemas.ts';

const types = ['image/png', 'image/jpeg', 'image/webp'];
const forAYear = 'private, max-age=31536000, immutable';
const askAgain = 'private, no-cache';

/** The faces of the people. */
export function registerPictureRoutes(instance: FastifyInstance, people: People): void {
  registerUpload(instance, people);
  const app = instance.withTypeProvider<ZodTypeProvider>();

  app.delete('/api/v1/me/picture', { schema: { querystring: noQuery } }, (request, reply) => {
    const { identity } = request;
    if (!identity) throw unauthenticated();
    return perform(request, reply, ctxOf(request), async (ctx) => {
      await removePicture(ctx, identity.memberId);
      return { status: 204 };
    });
  });

  app.get(
    '/api/v1/members/:id/picture',
    {
      schema: {
        params: idParams,
        querystring: z.strictObject({ v: z.uuid().exactOptional() }),
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request);
      const { id, type, size, sha256 } = await findPicture(ctx, request.params.id);
      const etag = `"${sha256}"`;
      void reply.headers({
        'content-type': type,
        'content-disposition': 'inline',
        // It is data and never a page of ours, whatever it is taken for.
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': request.query.v === id ? forAYear : askAgain,
        etag,
      });
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      return reply.header('content-length', size).send(await ctx.files.read(storedName(ctx, id)));
    },
  );
}

/** In a scope of its own: only this route takes the bytes of a picture. */
function registerUpload(server: FastifyInstance, people: People): void {
  void server.register(async (scope) => {
    scope.addContentTypeParser(types, { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    scope.withTypeProvider<ZodTypeProvider>().put(
      '/api/v1/me/picture',
      {
        schema: { querystring: noQuery, response: { 200: meSchema } },
        bodyLimit: largestPicture,
        config: { upload: { types, schema: { type: 'string', format: 'binary' } } },
      },
      async (request, reply) => {
        const { identity, body } = request;
        if (!identity) throw unauthenticated();
        // The parser of this scope gives bytes; anything else is the JSON all other routes take.
        if (body !== undefined && !Buffer.isBuffer(body))
          throw new AppError('unsupportedMediaType');
        if (body === undefined || body.length === 0)
          throw malformed([{ path: 'picture', code: 'required' }]);
        const ctx = ctxOf(request);
        const file = await storePicture(ctx, body);
        await keepOrDrop(
          (kept) =>
            perform(request, reply, ctx, (inside) =>
              withTransaction(inside, async (inside) => {
                await setPicture(inside, identity.memberId, file);
                kept(inside);
                return { status: 200, body: await describeMe(people, inside, identity) };
              }),
            ),
          () => dropPicture(ctx, file),
        );
        return reply;
      },
    );
  });
}
