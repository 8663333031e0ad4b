import type { FastifyRequest } from 'fastify';
import { unauthenticated } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import type { Identity, KeyScope } from '#server/people/identity.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent it; undefined on routes that answer people who are not signed in. */
    identity: Identity | undefined;
    ctx: Ctx | undefined;
    /** SHA-256 of the body as received, when the request carries an Idempotency-Key. */
    bodyHash: string | undefined;
  }
  interface FastifyContextConfig {
    /** Answers people who are not signed in. Every other route under /api gives them 401. */
    public?: boolean;
    /** What an API key needs for it; by default read for GET and write for all others. */
    scope?: KeyScope;
  }
}

/** The context of a request on a route that asks for sign-in. */
export function ctxOf(request: Pick<FastifyRequest, 'ctx'>): Ctx {
  if (!request.ctx) throw unauthenticated();
  return request.ctx;
}
