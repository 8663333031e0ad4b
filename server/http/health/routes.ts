import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { unavailable, notFound } from '#shared/errors.ts';
import type { Metrics } from './metrics.ts';

export interface HealthDeps {
  /** Resolves when the database answers and every migration is done. */
  ready(): Promise<void>;
  metrics: Metrics;
  /** Lets a collector elsewhere read the metrics; without it only this machine may, and only directly. */
  metricsToken: string | undefined;
  /** A proxy stands before the server, so that a local address says nothing about who asks. */
  behindProxy: boolean;
}

/** For whoever watches over the process; nothing here names a version or a path. */
export function registerHealthRoutes(app: FastifyInstance, deps: HealthDeps): void {
  app.get('/healthz', () => ({ status: 'ok' }));

  app.get('/readyz', async (request) => {
    try {
      await deps.ready();
    } catch (error) {
      request.server.log.warn({ err: error }, 'not ready');
      throw unavailable();
    }
    return { status: 'ready' };
  });

  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request, deps)) throw notFound();
    return reply
      .header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
      .send(await deps.metrics.render());
  });
}

function mayRead(request: FastifyRequest, { metricsToken, behindProxy }: HealthDeps): boolean {
  const { authorization } = request.headers;
  if (metricsToken !== undefined) return isSame(authorization ?? '', `Bearer ${metricsToken}`);
  return !behindProxy && isLoopback(request.socket.remoteAddress) && !wasForwarded(request);
}

const isSame = (given: string, expected: string): boolean =>
  timingSafeEqual(digest(given), digest(expected));

const digest = (text: string) => createHash('sha256').update(text).digest();

const isLoopback = (address = ''): boolean =>
  address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');

const wasForwarded = ({ headers }: FastifyRequest): boolean =>
  headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
