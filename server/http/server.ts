import { randomBytes } from 'node:crypto';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
} from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import { AppError, forbidden, malformed, notFound, unauthenticated } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import type { Config } from '#server/config.ts';
import type { Identify } from '#server/people/identify.ts';
import { requireScope, type Identity } from '#server/people/identity.ts';
import { inPreview } from '#server/people/preview.ts';
import { createHostCheck } from './check-host.ts';
import { isOwnOrigin } from './check-origin.ts';
import { sendError, type Denial } from './errors.ts';
import { securityHeaders } from './headers.ts';
import './identity.ts';
import { createRateLimit, generalLimit, type RateLimit } from './limit-rate.ts';
import { acceptJson } from './parse-json.ts';
import { previewOf } from './preview.ts';
import { answerBrokenRequest, refuseTunnel } from './raw-answers.ts';
import { compileValidator } from './validate.ts';

export interface ServerDeps {
  config: Pick<Config, 'publicUrl' | 'host' | 'trustProxy'> & Partial<Pick<Config, 'smtpUrl'>>;
  log: FastifyBaseLogger;
  identify: Identify;
  /** The context of a member's request, with a model that is not older than `atLeast` when that version exists. */
  contextOf(identity: Identity, atLeast: number | undefined): Promise<Ctx>;
  rateLimit?: RateLimit;
  /** Is told of every request that was refused, or whose record was not found; must return at once. */
  onDenied?: (request: FastifyRequest, code: Denial) => void;
}

/**
 * The HTTP server with everything that holds for every route: limits, checks in their order, headers, errors.
 * Routes are registered on it afterwards.
 */
export function buildServer(deps: ServerDeps): FastifyInstance {
  const { publicUrl, host, trustProxy } = deps.config;
  const app: FastifyInstance = Fastify({
    loggerInstance: deps.log,
    // One logger for all requests: lines that need the request's id name it.
    childLoggerFactory: (logger) => logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: createRequestIds(),
    bodyLimit: 1_048_576,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    handlerTimeout: 60_000,
    keepAliveTimeout: 72_000,
    // Connections that are idle must not hold up the end of the process.
    forceCloseConnections: 'idle',
    // What reaches a server that is ending is still answered, and its connection closed after.
    return503OnClosing: false,
    trustProxy: trustProxy.length > 0 ? [...trustProxy] : false,
    routerOptions: { maxParamLength: 100 },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    // Looked at often, so that a slow one ends when its time is over and not half a minute later.
    http: { headersTimeout: 20_000, connectionsCheckingInterval: 2_000 },
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, request, reply) => {
      void reply.headers(headers).header('x-request-id', request.id);
      void sendError(error, request, reply);
    },
  });
  app.server.on('connect', refuseTunnel);

  const headers = securityHeaders(publicUrl);
  const isOwnHost = createHostCheck({ publicUrl, host });
  const secondsToWait = createRateLimit(deps.rateLimit ?? generalLimit);

  closeWhenIdle(app);
  acceptJson(app);
  app.setValidatorCompiler(compileValidator);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error, request, reply) => sendError(error, request, reply, deps.onDenied));
  app.setNotFoundHandler((request, reply) => sendError(notFound(), request, reply));
  app.decorateRequest('identity', undefined);
  app.decorateRequest('ctx', undefined);
  app.decorateRequest('bodyHash', undefined);
  app.decorateRequest('preview', undefined);

  app.addHook('onRequest', (request, reply, next) => {
    void reply.headers(headers).header('x-request-id', request.id);
    if (!isOwnHost(request.headers.host)) return next(malformed());
    const wait = secondsToWait(request.ip);
    if (wait > 0) return next(new AppError('tooManyRequests', { retryAfter: wait }));
    return next();
  });

  app.addHook('onRequest', async (request, reply) => {
    if (request.is404 || !request.url.startsWith('/api/')) return;
    const identity = await deps.identify(request);
    const { config } = request.routeOptions;
    if (!identity && !config.public) throw unauthenticated();
    // Known from here on, also to what notes a refusal.
    request.identity = identity ?? undefined;
    if (!isOwnOrigin(request.method, request.headers, publicUrl)) throw forbidden();
    if (!identity) return;
    requireScope(identity, config.scope ?? (reads.has(request.method) ? 'read' : 'write'));
    const ctx = await deps.contextOf(identity, claimedVersion(request));
    request.preview = await previewOf(request, identity, ctx);
    request.ctx = request.preview ? inPreview(ctx, request.preview) : ctx;
    void reply.header('model-version', request.ctx.model.version);
  });

  return app;
}

const reads = new Set(['GET', 'HEAD']);

/** The model a program was built with; it may have seen a newer one than this process. */
function claimedVersion({ headers }: FastifyRequest): number | undefined {
  const header = headers['model-version'];
  return typeof header === 'string' && /^\d{1,9}$/.test(header) ? Number(header) : undefined;
}

/** Connections that are busy when the server ends would otherwise be kept alive after their answer, and hold it up. */
function closeWhenIdle(app: FastifyInstance): void {
  app.addHook('preClose', async () => {
    const sweep = setInterval(() => app.server.closeIdleConnections(), 50).unref();
    app.server.once('close', () => clearInterval(sweep));
  });
}

/** Distinct without asking the system for random bytes on every request. */
function createRequestIds(): () => string {
  const process = randomBytes(6).toString('base64url');
  let count = 0;
  return () => {
    count += 1;
    return `${process}-${count.toString(36)}`;
  };
}
