import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, malformed } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { runOnce, type StoredAnswer } from '#engine/idempotency.ts';
import { isWorthRetrying } from './database-errors.ts';

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** Sent as JSON; nothing is sent when absent. */
  body?: unknown;
}

const mostTries = 3;

/**
 * Runs what a request changes, again when transactions stood in each other's way, and once only for all requests
 * that carry the same Idempotency-Key. Every route that writes answers through it, but those that answer or are told
 * a secret (keys, passwords, sessions, the links of invitations): an answer that is kept would keep the secret.
 */
export async function perform(
  request: FastifyRequest,
  reply: FastifyReply,
  ctx: Ctx,
  effect: (ctx: Ctx) => Promise<Answer>,
): Promise<FastifyReply> {
  if (request.preview) throw new AppError('previewReadOnly');
  const key = request.method === 'POST' ? readKey(request) : undefined;
  const stored = async (inside: Ctx): Promise<StoredAnswer> => {
    const { status, headers = {}, body } = await effect(inside);
    return { status, headers, body: body === undefined ? '' : JSON.stringify(body) };
  };
  const { answer, repeated } = await retrying(async () =>
    key === undefined
      ? { answer: await stored(ctx), repeated: false }
      : await runOnce(
          ctx,
          { key, route: `${request.method} ${request.url}`, bodyHash: request.bodyHash ?? '' },
          stored,
        ),
  );
  if (repeated) void reply.header('idempotent-replayed', 'true');
  void reply.code(answer.status).headers(answer.headers);
  if (answer.body === '') return reply.send();
  return reply.header('content-type', 'application/json; charset=utf-8').send(answer.body);
}

async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries >= mostTries || !isWorthRetrying(error)) throw error;
    }
  }
}

function readKey({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key))
    throw malformed([{ path: 'Idempotency-Key', code: 'badFormat' }]);
  return key;
}
