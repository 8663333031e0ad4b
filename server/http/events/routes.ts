import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError, malformed, unauthenticated } from '#shared/errors.ts';
import type { Changes, LiveChange } from '#engine/realtime/changes.ts';
import type { Signal, Signals } from '#engine/realtime/signals.ts';
import type { Workspaces } from '#engine/workspaces.ts';
import type { Presence } from '#server/people/presence.ts';
import { toAppError } from '../errors.ts';
import { ctxOf } from '../identity.ts';

export interface EventDeps {
  changes: Changes;
  presence: Presence;
  /** Who is there, and who is writing; without it nobody tells. */
  signals?: Signals;
  /** Shorter in tests. */
  heartbeatMs?: number;
}

/** Browsers share one stream between their tabs; a person has a few browsers. */
const mostStreams = 10;
/** Proxies cut what is silent for a minute. Also how soon a session that expires loses its stream. */
const heartbeat = 15_000;

/** GET /api/v1/events: what changes, as it changes. */
export function registerEventRoutes(
  app: FastifyInstance,
  workspaces: Workspaces,
  deps: EventDeps,
): void {
  const { changes, presence } = deps;
  const streams = new Map<string, number>();
  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());

  /** Takes one of the person's places before anything is waited for; gives it back when the client leaves. */
  function enter({ raw }: FastifyReply, actor: string): AbortController {
    const open = streams.get(actor) ?? 0;
    if (open >= mostStreams) throw new AppError('tooManyRequests', { retryAfter: 10 });
    const ended = new AbortController();
    if (raw.destroyed) {
      // Left already, which is not told again.
      ended.abort();
      return ended;
    }
    streams.set(actor, open + 1);
    raw.once('close', () => {
      ended.abort();
      const left = (streams.get(actor) ?? 1) - 1;
      if (left > 0) streams.set(actor, left);
      else streams.delete(actor);
    });
    return ended;
  }

  // A HEAD would be a stream that nobody reads.
  app.get(
    '/api/v1/events',
    { exposeHeadRoute: false, config: { preview: false } },
    async (request, reply) => {
      const { identity } = request;
      if (!identity) throw unauthenticated();
      const ctx = ctxOf(request);
      const cursor = readCursor(request);
      const ended = enter(reply, identity.memberId);
      const signal = AbortSignal.any([ended.signal, closing.signal]);
      const from = cursor ?? (await changes.start());
      if (ended.signal.aborted) return reply.hijack();
      const endWhenOut = async () => {
        if (!(await presence.isIn(request))) ended.abort();
      };
      const unwatch = presence.watch(identity, () => void endWhenOut());
      const beat = setInterval(() => {
        void endWhenOut().then(() => {
          if (!signal.aborted) reply.raw.write(': still here\n\n');
        });
      }, deps.heartbeatMs ?? heartbeat);
      // Objects, fields or people: what the screens are drawn from is asked for again.
      const unhear = workspaces.watch(ctx.workspace.id, () => {
        if (reply.raw.headersSent && !signal.aborted) reply.raw.write('event: model\ndata: {}\n\n');
      });
      let leave: (() => void) | undefined;
      try {
        const response = begin(reply, from);
        leave = deps.signals?.join(ctx, (signal) => {
          if (!ended.signal.aborted) response.write(signalEvent(signal));
        });
        await stream(response, changes.subscribe(ctx, from, signal), signal);
      } catch (error) {
        // The head has been sent, so the reason goes as an event; the client decides whether to come back.
        if (!signal.aborted) endWith(reply.raw, toAppError(error));
      } finally {
        clearInterval(beat);
        unhear();
        unwatch();
        leave?.();
        reply.raw.end();
      }
      return reply;
    },
  );
}

const signalEvent = (signal: Signal): string =>
  `event: signal\ndata: ${JSON.stringify(signal)}\n\n`;

function readCursor({ headers }: FastifyRequest): string | undefined {
  const id = headers['last-event-id'];
  if (id === undefined || id === '') return undefined;
  if (typeof id !== 'string' || !/^[\w.:-]{1,100}$/.test(id))
    throw malformed([{ path: 'Last-Event-ID', code: 'badCursor' }]);
  return id;
}

function begin(reply: FastifyReply, from: string): ServerResponse {
  reply.hijack();
  const headers = { ...reply.getHeaders(), 'content-type': 'text/event-stream; charset=utf-8' };
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) reply.raw.setHeader(name, value);
  // Proxies that collect answers would hold events back.
  reply.raw.setHeader('x-accel-buffering', 'no');
  reply.raw.writeHead(200);
  // The position alone: a client that breaks off before the first change comes back with it.
  reply.raw.write(`retry: 2000\nid: ${from}\n\n`);
  return reply.raw;
}

async function stream(
  response: ServerResponse,
  changes: AsyncIterable<LiveChange>,
  signal: AbortSignal,
): Promise<void> {
  for await (const { id, ...change } of changes) {
    if (signal.aborted) return;
    // A reader that is slow makes the source wait instead of filling memory.
    if (!response.write(`id: ${id}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`))
      await once(response, 'drain', { signal });
  }
}

function endWith(response: ServerResponse, { code }: AppError): void {
  // The empty id takes back a position that is no use any more: a browser that comes back by itself begins anew.
  const forget = code === 'gone' ? 'id:\n' : '';
  response.write(`${forget}event: end\ndata: ${JSON.stringify({ code })}\n\n`);
}
