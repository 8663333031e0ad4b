import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '#server/testing/database.ts';
import type { Database } from '#server/database/database.ts';
import { testCompany, testServer } from './testing/test-people.ts';
import type { TestServer } from './testing/test-people.ts';

let database: Database;
let one: TestServer;
let two: TestServer;
let company: { id: string; key: string; memberId: string };
let who: { email: string; password: string };
let count = 0;
let queries: string[] = [];

beforeAll(async () => {
  database = await freshDatabase('identify');
  const { app } = database;
  const query = app.query.bind(app);
  Object.assign(app, {
    query: (...args: Parameters<typeof query>) => {
      queries.push(JSON.stringify(args[0]));
      return query(...args);
    },
  });
  app.on('acquire', () => queries.push('a connection'));
  [one, two] = [await testServer(database), await testServer(database)];
  return async () => {
    await one.close();
    await two.close();
  };
});

beforeEach(async () => {
  count += 1;
  who = { email: `en${count}@x.test`, password: 'Bầu ơi thương lấy bí cùng' };
  company = await testCompany(one, who);
  await database.app.query('DELETE FROM core.attempt');
});

const extra: TestServer[] = [];
afterEach(async () => {
  await Promise.all(extra.splice(0).map((server) => server.close()));
});

const asking = (cookies: Record<string, string>, headers: Record<string, string> = {}) => ({
  headers: {
    cookie: Object.entries(cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
    ...headers,
  },
  ip: '192.0.2.1',
});
const bearer = (key: string, more: Record<string, string> = {}) => ({
  headers: { authorization: `Bearer ${key}`, ...more },
  ip: '192.0.2.1',
});

async function makeKey(cookies: Record<string, string>, body: object = {}) {
  const made = await one.post(
    '/api/v1/api-keys',
    { name: 'Kế toán', scopes: ['read', 'write'], ...body },
    { cookies },
  );
  expect(made.status).toBe(201);
  const { id, key } = Object(made.body);
  return { id: String(id), key: String(key) };
}

describe('a session', () => {
  it('costs no query once it has been checked', async () => {
    const { cookies } = await one.signIn(who);
    const identity = await one.people.identify(asking(cookies));
    expect(identity).toMatchObject({ workspaceId: company.id, memberId: company.memberId });
    queries = [];
    expect(await one.people.identify(asking(cookies))).toEqual(identity);
    expect(queries).toEqual([]);
  });

  it('ends in both processes when the person signs out in one', async () => {
    const { cookies } = await one.signIn(who);
    expect(await two.people.identify(asking(cookies))).not.toBeNull();
    const out = await one.post('/api/auth/sign-out', undefined, { cookies });
    expect(out.status).toBe(204);
    expect(out.cookies).toEqual({});
    expect(await one.people.identify(asking(cookies))).toBeNull();
    await expect.poll(() => two.people.identify(asking(cookies)), { timeout: 2000 }).toBeNull();
  });

  it('is listed with the others and ended from there, but not by a stranger', async () => {
    const [here, there] = [await one.signIn(who), await one.signIn(who)];
    const stranger = { ...who, email: `f${count}@x.test` };
    await testCompany(one, stranger);
    const list = await one.get('/api/auth/sessions', { cookies: here.cookies });
    const { items } = Object(list.body);
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ address: '192.0.2.1' });
    const other = items.find((item: { current: boolean }) => !item.current);
    const { cookies } = await one.signIn(stranger);
    const path = `/api/auth/sessions/${other.id}`;
    expect((await one.call('DELETE', path, undefined, { cookies })).status).toBe(404);
    expect((await one.get('/api/v1/me', { cookies: there.cookies })).status).toBe(200);
    expect((await one.call('DELETE', path, undefined, { cookies: here.cookies })).status).toBe(204);
    expect((await one.get('/api/v1/me', { cookies: there.cookies })).status).toBe(401);
    expect((await one.get('/api/v1/me', { cookies: here.cookies })).status).toBe(200);
  });

  it('ends with the others but the one in use', async () => {
    const [here, there] = [await one.signIn(who), await one.signIn(who)];
    const end = await one.post('/api/auth/sessions/end-others', undefined, {
      cookies: here.cookies,
    });
    expect(end.status).toBe(204);
    expect(await one.people.identify(asking(there.cookies))).toBeNull();
    expect(await one.people.identify(asking(here.cookies))).not.toBeNull();
  });

  it('ends when it was not used for the idle time, however long it may live', async () => {
    const hasty = await testServer(database, { idleSeconds: 60 });
    extra.push(hasty);
    const { cookies } = await hasty.signIn(who);
    await database.app.query(`UPDATE core.session SET last_used_at = now() - interval '61 s'`);
    expect(await hasty.people.identify(asking(cookies))).toBeNull();
  });

  it('ends at its absolute time, however busy it is', async () => {
    const { cookies } = await one.signIn(who);
    const { rows } = await database.app.query(
      `SELECT round(extract(epoch FROM expires_at - created_at) / 3600) AS hours
         FROM core.session ORDER BY created_at DESC LIMIT 1`,
    );
    expect(Number(rows[0].hours)).toBe(7 * 24);
    await database.app.query(`UPDATE core.session SET expires_at = now() - interval '1 s'`);
    expect(await one.people.identify(asking(cookies))).toBeNull();
  });

  it('is not kept when it ends while it is being looked up', async () => {
    const { cookies } = await one.signIn(who);
    const [identity] = await Promise.all([
      one.people.identify(asking(cookies)),
      one.post('/api/auth/sign-out', undefined, { cookies }),
    ]);
    expect(identity === null || identity.memberId === company.memberId).toBe(true);
    expect(await one.people.identify(asking(cookies))).toBeNull();
  });

  it('opens the workspace that is asked for, and no other than the person works in', async () => {
    const second = await testCompany(one, who);
    const foreign = await testCompany(one, { ...who, email: `g${count}@x.test` });
    const { cookies } = await one.signIn(who);
    for (const wanted of [second.id, second.key])
      expect(await one.people.identify(asking(cookies, { 'x-workspace': wanted }))).toMatchObject({
        workspaceId: second.id,
      });
    expect(
      await one.people.identify(asking(cookies, { 'x-workspace': company.key })),
    ).toMatchObject({ workspaceId: company.id });
    for (const wanted of [foreign.id, foreign.key, 'nowhere', "' or true --"])
      await expect(
        one.people.identify(asking(cookies, { 'x-workspace': wanted })),
      ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('opens the workspace a browser chose last, as long as the person works there', async () => {
    const second = await testCompany(one, who);
    const foreign = await testCompany(one, { ...who, email: `h${count}@x.test` });
    const { cookies } = await one.signIn(who);
    const opened = async (chosen: string, headers = {}) =>
      (await one.people.identify(asking({ ...cookies, 'duyen-workspace': chosen }, headers)))
        ?.workspaceId;
    for (const { id } of [second, company, second]) expect(await opened(id)).toBe(id);
    for (const nothing of [foreign.id, 'nowhere', ''])
      expect([company.id, second.id]).toContain(await opened(nothing));
    expect(await opened(second.id, { 'x-workspace': company.id })).toBe(company.id);
  });
});

describe('an API key', () => {
  it('is shown once, stored as a hash, and costs no query once checked', async () => {
    const { cookies } = await one.signIn(who);
    const { id, key } = await makeKey(cookies);
    expect(key).toMatch(/^dk_[\w-]{43}$/);
    const { rows } = await database.app.query('SELECT * FROM core.api_key WHERE id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain(key);
    const list = await one.get('/api/v1/api-keys', { cookies });
    expect(list.text).toContain(key.slice(0, 9));
    expect(list.text).not.toContain(key);
    expect(await one.people.identify(bearer(key))).toMatchObject({
      apiKeyId: id,
      memberId: company.memberId,
    });
    queries = [];
    await one.people.identify(bearer(key));
    expect(queries).toEqual([]);
  });

  it('may do no more than its scopes', async () => {
    const { cookies } = await one.signIn(who);
    const reader = await makeKey(cookies, { scopes: ['read'] });
    const writer = await makeKey(cookies, { scopes: ['read', 'write'] });
    const master = await makeKey(cookies, { scopes: ['read', 'write', 'admin'] });
    const as = ({ key }: { key: string }) => ({ headers: { authorization: `Bearer ${key}` } });
    expect((await one.get('/api/v1/me', as(reader))).status).toBe(200);
    const rename = (key: { key: string }) =>
      one.call('PATCH', '/api/v1/me', { name: 'Tên mới' }, as(key));
    expect((await rename(reader)).status).toBe(403);
    expect((await rename(writer)).status).toBe(200);
    const team = (key: { key: string }, name: string) =>
      one.post('/api/v1/teams', { name }, as(key));
    expect((await team(reader, 'A')).status).toBe(403);
    expect((await team(writer, 'A')).status).toBe(403);
    expect((await team(master, 'A')).status).toBe(201);
    expect((await one.get('/api/v1/roles', as(reader))).status).toBe(403);
  });

  it('makes no keys and touches no passwords or sessions', async () => {
    const { cookies } = await one.signIn(who);
    const { key } = await makeKey(cookies, { scopes: ['read', 'write', 'admin'] });
    const headers = { authorization: `Bearer ${key}` };
    const more = await one.post('/api/v1/api-keys', { name: 'x', scopes: ['read'] }, { headers });
    expect(more.status).toBe(403);
    expect((await one.get('/api/auth/sessions', { headers })).status).toBe(403);
    const password = { currentPassword: who.password, newPassword: 'Chuồn chuồn bay thấp' };
    expect((await one.post('/api/auth/change-password', password, { headers })).status).toBe(403);
  });

  it('ends in both processes when it is revoked, and its use is kept in the audit', async () => {
    const { cookies } = await one.signIn(who);
    const { id, key } = await makeKey(cookies);
    expect(await two.people.identify(bearer(key))).not.toBeNull();
    const revoked = await one.call('DELETE', `/api/v1/api-keys/${id}`, undefined, { cookies });
    expect(revoked.status).toBe(204);
    expect(await one.people.identify(bearer(key))).toBeNull();
    await expect.poll(() => two.people.identify(bearer(key)), { timeout: 2000 }).toBeNull();
    const { rows } = await database.app.query(
      `SELECT DISTINCT action, result FROM core.audit WHERE subject = $1`,
      [id],
    );
    expect(rows).toEqual([{ action: 'useApiKey', result: 'denied' }]);
  });

  it('ends at its time', async () => {
    const { cookies } = await one.signIn(who);
    const past = { name: 'x', scopes: ['read'], expiresAt: '2020-01-01T00:00:00Z' };
    expect((await one.post('/api/v1/api-keys', past, { cookies })).status).toBe(422);
    const { id, key } = await makeKey(cookies, { expiresAt: '2099-01-01T00:00:00+07:00' });
    expect(await one.people.identify(bearer(key))).not.toBeNull();
    await database.app.query(
      `UPDATE core.api_key SET expires_at = now() - interval '1 s' WHERE id = $1`,
      [id],
    );
    expect(await two.people.identify(bearer(key))).toBeNull();
  });

  it('notes its use once a minute at most', async () => {
    const { cookies } = await one.signIn(who);
    const { id, key } = await makeKey(cookies);
    const used = async () => {
      const { rows } = await database.app.query(
        'SELECT last_used_at FROM core.api_key WHERE id = $1',
        [id],
      );
      return rows[0].last_used_at;
    };
    expect(await used()).toBeNull();
    await one.people.identify(bearer(key));
    const first = await used();
    expect(first).not.toBeNull();
    await two.people.identify(bearer(key));
    expect(await used()).toBe(first);
  });

  it('that is a token of another kind is refused and kept in the audit', async () => {
    const denied = async () => {
      const { rows } = await database.app.query(
        `SELECT count(*) FROM core.audit WHERE action = 'useApiKey' AND result = 'denied'`,
      );
      return Number(rows[0].count);
    };
    const before = await denied();
    const jwt = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.';
    const answer = await one.get('/api/v1/me', { headers: { authorization: `Bearer ${jwt}` } });
    expect(answer.status).toBe(401);
    expect(await denied()).toBe(before + 1);
  });

  it('of another form, or of another workspace, opens nothing', async () => {
    const { cookies } = await one.signIn(who);
    const { key } = await makeKey(cookies);
    for (const wrong of ['dk_short', `${key}x`, key.slice(0, -1), 'eyJhbGciOiJub25lIn0.e30.'])
      expect(await one.people.identify(bearer(wrong))).toBeNull();
    expect(await one.people.identify(bearer(`dk_${'A'.repeat(43)}`))).toBeNull();
    const other = await testCompany(one, { ...who, email: `h${count}@x.test` });
    await expect(
      one.people.identify(bearer(key, { 'x-workspace': other.key })),
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect((await one.get(`/api/v1/me?api_key=${key}`)).status).toBe(401);
  });
});
