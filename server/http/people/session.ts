import type { FastifyReply, FastifyRequest } from 'fastify';
import { forbidden, unauthenticated } from '#shared/errors.ts';
import type { Identity } from '#server/people/identity.ts';

/** Passwords, codes and sessions are a person's; a key may not touch them. */
export function sessionOf(request: FastifyRequest): Identity & { sessionId: string } {
  const { identity } = request;
  if (!identity) throw unauthenticated();
  if (identity.sessionId === undefined) throw forbidden();
  return { ...identity, sessionId: identity.sessionId };
}

export function setCookies(reply: FastifyReply, cookies: readonly string[]): void {
  for (const cookie of cookies) void reply.header('set-cookie', cookie);
}

/** Where to go after signing in: a path of ours, whatever was asked for. */
export function safePath(next: string | undefined, publicUrl: string): string {
  if (next === undefined || !/^\/[^/\\]/.test(next) || /[\p{Cc}\\]/u.test(next)) return '/';
  const url = URL.canParse(next, publicUrl) ? new URL(next, publicUrl) : undefined;
  if (url?.origin !== new URL(publicUrl).origin || url.pathname.startsWith('//')) return '/';
  return url.pathname + url.search + url.hash;
}
