import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Changes, LiveChange } from '#engine/realtime/changes.ts';
import type { Database } from '#server/database/database.ts';
import { serve } from '#server/http/testing/serve.ts';
import { freshDatabase } from '#server/testing/database.ts';
import { testCompany, testServer, type TestServer } from './testing/test-people.ts';

const nothing: readonly LiveChange[] = [];
/** Changes of a company in which nothing happens. */
const quiet: Changes = {
  start: async () => '0',
  async *subscribe(_ctx, _cursor, signal) {
    yield* nothing;
    if (!signal.aborted)
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  },
};

let database: Database;
let one: TestServer;
let two: TestServer;
let company: { id: string; key: string; memberId: string };
let who: { email: string; password: string };
let count = 0;
let cookies: Record<string, string>;

beforeAll(async () => {
  database = await freshDatabase('presence');
  [one, two] = [await testServer(database), await testServer(database, { idleSeconds: 60 })];
});
afterAll(async () => {
  await one.close();
  await two.close();
});
beforeEach(async () => {
  count += 1;
  who = { email: `oanh${count}@x.test`, password: 'Bầu ơi thương lấy bí cùng' };
  company = await testCompany(one, who);
  await database.app.query('DELETE FROM core.attempt');
  ({ cookies } = await one.signIn(who));
});

/** A stream in the other process. It looks by itself only every ten minutes, unless told otherwise. */
async function openStream(headers: Record<string, string>, heartbeatMs = 600_000) {
  const { identify, presence } = two.people;
  const live = { changes: quiet, presence, heartbeatMs };
  const { origin } = await serve(
    { id: company.id, workspaces: two.workspaces },
    { identify, live },
  );
  const stream = await fetch(`${origin}/api/v1/events`, { headers });
  expect(stream.status).toBe(200);
  let text = '';
  const decoder = new TextDecoder();
  const ended = (async () => {
    for await (const part of stream.body ?? []) text += decoder.decode(part, { stream: true });
  })();
  return { ended, text: () => text };
}

const cookieOf = (of: Record<string, string>) => ({
  cookie: Object.entries(of)
    .map(([name, value]) => `${name}=${value}`)
    .join('; '),
});

it('ends the stream of a session that is ended in another process, and no other', async () => {
  const there = await one.signIn(who);
  const stream = await openStream(cookieOf(cookies));
  const other = await openStream(cookieOf(there.cookies), 20);
  await one.post('/api/auth/sign-out', undefined, { cookies });
  await stream.ended;
  const seen = other.text().length;
  await expect.poll(() => other.text().length).toBeGreaterThan(seen);
  await one.post('/api/auth/sessions/end-others', undefined, { cookies: there.cookies });
  const since = other.text().length;
  await expect.poll(() => other.text().length).toBeGreaterThan(since);
  await one.post('/api/auth/sign-out', undefined, { cookies: there.cookies });
  await other.ended;
});

it('ends the stream of a key that is revoked in another process', async () => {
  const made = await one.post(
    '/api/v1/api-keys',
    { name: 'Màn hình', scopes: ['read'] },
    { cookies },
  );
  const { id, key } = Object(made.body);
  const stream = await openStream({ authorization: `Bearer ${key}` });
  expect((await one.call('DELETE', `/api/v1/api-keys/${id}`, undefined, { cookies })).status).toBe(
    204,
  );
  await stream.ended;
});

it('ends the stream of a session that nobody used for the idle time', async () => {
  const stream = await openStream(cookieOf(cookies), 20);
  await expect.poll(stream.text).toContain(': still here');
  const used = () => database.app.query('SELECT last_used_at FROM core.session');
  // Long enough ago that any use would be noted.
  await database.app.query(`UPDATE core.session SET last_used_at = now() - interval '50 s'`);
  const before = await used();
  const seen = stream.text().length;
  await expect.poll(() => stream.text().length).toBeGreaterThan(seen + 50);
  expect((await used()).rows).toEqual(before.rows);
  await database.app.query(`UPDATE core.session SET last_used_at = now() - interval '61 s'`);
  await stream.ended;
});
