import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { AppError } from '#shared/errors.ts';
import type { Changes, LiveChange } from '#engine/realtime/changes.ts';
import { testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { eventually } from '#server/testing/eventually.ts';
import { alwaysIn } from '../testing/always-in.ts';
import { serve } from '../testing/serve.ts';

let w: TestWorkspace;
let memberId: string;
beforeAll(async () => {
  w = await testWorkspace();
  memberId = await w.addMember(await w.addRole('administrator'));
});

const change = (id: number): LiveChange => ({
  id: String(id),
  object: 'box',
  recordId: '0198a5b2-0000-7000-8000-000000000001',
  kind: 'update',
  version: id,
});

/** Gives `count` changes after the cursor, then waits until the stream ends. */
function source(count: number) {
  const seen = { given: 0, ended: 0 };
  const changes: Changes = {
    start: async () => '0',
    async *subscribe(_ctx, cursor, signal) {
      try {
        const first = Number(cursor ?? 0) + 1;
        if (first < 0) throw new AppError('gone');
        for (let id = first; id <= count; id += 1) {
          seen.given += 1;
          yield change(id);
        }
        if (!signal.aborted)
          await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      } finally {
        seen.ended += 1;
      }
    },
  };
  return { changes, seen };
}

async function read(response: Response, until: (text: string) => boolean): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const part of response.body ?? []) {
    text += decoder.decode(part, { stream: true });
    if (until(text)) break;
  }
  return text;
}

const listen = (origin: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}/api/v1/events`, {
    headers: { authorization: `Bearer ${memberId}`, ...headers },
  });

it('sends changes as they come, and goes on where a client stopped', async () => {
  const { changes, seen } = source(3);
  const { origin } = await serve(w, { live: { changes, presence: alwaysIn } });
  const stream = await listen(origin);
  expect(stream.status).toBe(200);
  expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(stream.headers.get('cache-control')).toBe('no-store');
  expect(stream.headers.get('x-content-type-options')).toBe('nosniff');
  const text = await read(stream, (all) => all.includes('id: 3\n'));
  expect(text).toMatch(/^retry: \d+\nid: 0\n\n/);
  expect(text).toContain(
    'id: 1\nevent: change\ndata: {"object":"box","recordId":"0198a5b2-0000-7000-8000-000000000001","kind":"update","version":1}\n\n',
  );
  const rest = await read(await listen(origin, { 'last-event-id': '2' }), (all) =>
    all.includes('id: 3\n'),
  );
  expect(rest).not.toContain('id: 2\nevent');
  await eventually(async () => seen.ended === 2);
});

it('waits for a reader that is slow', async () => {
  const { changes, seen } = source(1_000_000);
  const { origin } = await serve(w, { live: { changes, presence: alwaysIn } });
  const stream = await listen(origin);
  const reader = stream.body?.getReader();
  await reader?.read();
  let before = -1;
  let unmoved = 0;
  await eventually(async () => {
    unmoved = seen.given === before ? unmoved + 1 : 0;
    before = seen.given;
    return unmoved === 20;
  });
  expect(seen.given).toBeLessThan(1_000_000);
  await reader?.cancel();
  await eventually(async () => seen.ended === 1);
});

it('is for people who are signed in, and keeps quiet streams open', async () => {
  const { changes } = source(0);
  const { origin } = await serve(w, { live: { changes, presence: alwaysIn, heartbeatMs: 20 } });
  expect(await read(await listen(origin), (all) => all.includes(': still here'))).toContain(
    ': still here',
  );
  expect((await fetch(`${origin}/api/v1/events`)).status).toBe(401);
});

it('gives back the place of a client who left before the stream began', async () => {
  const left = Promise.withResolvers<void>();
  let starting = 0;
  const changes: Changes = {
    ...source(0).changes,
    start: async () => {
      starting += 1;
      await left.promise;
      return '0';
    },
  };
  const { origin, app } = await serve(w, { live: { changes, presence: alwaysIn } });
  const leaving = new AbortController();
  const headers = { authorization: `Bearer ${memberId}` };
  const requests = Array.from({ length: 10 }, () =>
    fetch(`${origin}/api/v1/events`, { headers, signal: leaving.signal }).catch(() => undefined),
  );
  await eventually(async () => starting === 10);
  expect((await listen(origin)).status).toBe(429);
  leaving.abort();
  await Promise.all(requests);
  const connections = promisify(app.server.getConnections.bind(app.server));
  await eventually(async () => (await connections()) <= 2);
  left.resolve();
  const again = await listen(origin);
  expect(again.status).toBe(200);
  await again.body?.cancel();
});

it('says so when a client was away too long, and refuses what is no position', async () => {
  const { origin } = await serve(w, { live: { changes: source(0).changes, presence: alwaysIn } });
  const text = await read(await listen(origin, { 'last-event-id': '-9' }), () => false);
  expect(text).toContain('\nid:\nevent: end\ndata: {"code":"gone"}');
  expect((await listen(origin, { 'last-event-id': 'a b' })).status).toBe(400);
});

it('gives each person a few streams', async () => {
  const { origin } = await serve(w, { live: { changes: source(0).changes, presence: alwaysIn } });
  const streams = await Promise.all(Array.from({ length: 12 }, () => listen(origin)));
  expect(streams.filter(({ status }) => status === 200)).toHaveLength(10);
  expect(streams.filter(({ status }) => status === 429)).toHaveLength(2);
  for (const { body } of streams) await body?.cancel();
  await eventually(async () => {
    const again = await listen(origin);
    await again.body?.cancel();
    return again.status === 200;
  });
});

it('does not keep the server from ending', async () => {
  const { app, origin } = await serve(w, {
    live: { changes: source(0).changes, presence: alwaysIn },
  });
  const stream = await listen(origin);
  await app.close();
  expect(await read(stream, () => false)).toContain('retry:');
});
