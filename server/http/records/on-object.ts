import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '#engine/context.ts';
import { inPreview } from '#server/people/preview.ts';
import type { Contexts } from '../context.ts';
import { ctxOf } from '../identity.ts';

export interface ObjectRequest extends Pick<FastifyRequest, 'ctx' | 'identity' | 'preview'> {
  params: { objects: string };
}

type Work<A> = (ctx: Ctx, object: ModelObject) => Promise<A>;

/**
 * Does the work with the object of the address. When the request names an object or field this process does
 * not know, it may have been added through another one a moment ago: then it is tried again with the newer model.
 */
export const createOnObject =
  (contexts: Contexts) =>
  async <A>(request: ObjectRequest, reply: FastifyReply, work: Work<A>): Promise<A> => {
    const run = (ctx: Ctx) => {
      const object = ctx.model.byPath.get(request.params.objects);
      if (!object) throw new UnknownObject();
      return work(ctx, object);
    };
    const ctx = ctxOf(request);
    try {
      return await run(ctx);
    } catch (error) {
      if (!mayBeNew(error) || !request.identity) throw error;
      const own = await contexts.newer(request.identity, ctx);
      if (!own) throw error;
      const newer = request.preview ? inPreview(own, request.preview) : own;
      request.ctx = newer;
      void reply.header('model-version', newer.model.version);
      return run(newer);
    }
  };

/** Answered like any "not found", but worth another look. */
class UnknownObject extends AppError {
  constructor() {
    super('notFound');
  }
}

const mayBeNew = (error: unknown): boolean =>
  error instanceof UnknownObject ||
  (error instanceof AppError && error.errors.some(({ code }) => code === 'unknownField'));
