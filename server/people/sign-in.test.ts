import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#server/testing/database.ts';
import type { Database } from '#server/database/database.ts';
import { admin, testCompany, testServer, type TestServer } from './testing/test-people.ts';

let database: Database;
let server: TestServer;

beforeAll(async () => {
  database = await freshDatabase('signin');
  server = await testServer(database);
  await testCompany(server);
  return () => server.close();
});

const cookieName = 'duyen.session_token';

describe('signing in', () => {
  it('gives a session in an HttpOnly cookie and nowhere else, stored as a hash', async () => {
    const answer = await server.signIn();
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ twoFactor: false, next: '/' });
    const [line = ''] = answer.setCookie.filter((each) => each.startsWith(cookieName));
    expect(line).toMatch(/HttpOnly/i);
    expect(line).toMatch(/SameSite=Lax/i);
    expect(line).toMatch(/Path=\//i);
    expect(line).not.toMatch(/Domain/i);
    const token = decodeURIComponent(answer.cookies[cookieName] ?? '').split('.')[0] ?? '';
    expect(token).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(answer.text).not.toContain(token);
    const { rows } = await database.app.query('SELECT token FROM core.session');
    expect(JSON.stringify(rows)).not.toContain(token);
    const me = await server.get('/api/v1/me', { cookies: answer.cookies });
    expect(me.status).toBe(200);
    expect(me.body).toMatchObject({ email: admin.email, role: { administrator: true } });
    expect(me.text).not.toContain(token);
  });

  it('hashes passwords with argon2id, 19 MiB, two rounds', async () => {
    const { rows } = await database.app.query('SELECT password FROM core.account');
    expect(rows[0]).toEqual({
      password: expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/),
    });
  });

  it('sets a __Host- cookie with Secure when people come over https', async () => {
    const secure = await testServer(database, { publicUrl: 'https://crm.test' });
    const answer = await secure.signIn();
    const [line = ''] = answer.setCookie.filter((each) => each.includes('session_token'));
    expect(line).toMatch(/^__Host-duyen\.session_token=/);
    expect(line).toMatch(/; Secure/i);
    expect((await secure.get('/api/v1/me', { cookies: answer.cookies })).status).toBe(200);
    await secure.close();
  });

  it.each([
    ['a blank at the end', `${admin.password} `],
    ['capitals', admin.password.toUpperCase()],
    ['the other way to write the accents', admin.password.normalize('NFD')],
    ['half of it', admin.password.slice(0, 10)],
  ])('refuses the password with %s', async (_, password) => {
    const answer = await server.signIn({ ...admin, password }, { from: '192.0.2.7' });
    expect(answer.status).toBe(401);
    expect(answer.setCookie).toEqual([]);
    expect((await server.get('/api/v1/me', { cookies: answer.cookies })).status).toBe(401);
  });

  it.each([
    ['null for a password', { email: admin.email, password: null }, 422],
    ['a list with the password', { email: admin.email, password: [admin.password] }, 422],
    ['a list of addresses', { email: [admin.email], password: admin.password }, 422],
    ['an operator', { email: { $ne: null }, password: admin.password }, 422],
    ['a password of a megabyte', { email: admin.email, password: 'x'.repeat(1_000_000) }, 422],
    ['an unknown field', { ...admin, admin: true }, 422],
    ['a wildcard', { email: '*', password: 'x' }, 401],
    ['a filter', { email: '*)(uid=*))(|(uid=*', password: 'x' }, 401],
    ['nothing', {}, 422],
  ])('refuses %s', async (_, body, status) => {
    const answer = await server.post('/api/auth/sign-in', body, { from: '192.0.2.8' });
    expect(answer.status).toBe(status);
    expect(answer.setCookie).toEqual([]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('says the same of an unknown address as of a wrong password, in the same time', async () => {
    const time = async (email: string, index: number) => {
      const start = performance.now();
      const answer = await server.signIn(
        { email, password: `wrong password ${index}` },
        { from: `198.51.100.${index}` },
      );
      return { ms: performance.now() - start, answer };
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let index = 1; index <= 25; index += 1) {
      const [one, other] = [await time(admin.email, index), await time('nobody@x.test', index)];
      known.push(one.ms);
      unknown.push(other.ms);
      expect(one.answer.status).toBe(401);
      expect(one.answer.text).toBe(other.answer.text);
      expect(Object.keys(one.answer.headers)).toEqual(Object.keys(other.answer.headers));
    }
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[12] ?? 0;
    // Other work of the machine is in it; a hash that is left out would show as ten times as fast.
    expect(Math.abs(median(known) - median(unknown))).toBeLessThan(
      Math.max(15, median(known) * 0.25),
    );
  });

  it('refuses the sixth guess from one place, whatever X-Forwarded-For says, and lets the owner in from another', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 8; index += 1) {
      const answer = await server.signIn(
        { ...admin, password: 'a wrong guess' },
        { from: '203.0.113.5', headers: { 'x-forwarded-for': `10.0.0.${index}` } },
      );
      statuses.push(answer.status);
      if (answer.status === 429) expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    const right = await server.signIn(admin, { from: '203.0.113.5' });
    expect(right.status).toBe(429);
    expect((await server.signIn(admin, { from: '203.0.113.6' })).status).toBe(200);
  });

  it('counts parallel guesses, in two processes, as exactly as one after another', async () => {
    const other = await testServer(database);
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        (index % 2 ? other : server).signIn(
          { ...admin, password: 'a wrong guess' },
          { from: '203.0.113.77' },
        ),
      ),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    await other.close();
  });

  it('leads on to a path of its own site only', async () => {
    const nexts = [
      '//evil.example',
      '///evil.example',
      '/\\evil.example',
      '\\/evil.example',
      '/%09/evil.example',
      '/\t/evil.example',
      'https:evil.example',
      'javascript:alert(1)',
      '/..//evil.example',
      'https://app.example.com.evil.example/',
      '%2f%2fevil.example',
    ];
    for (const next of nexts) {
      const answer = await server.post('/api/auth/sign-in', { ...admin, next });
      expect(answer.status).toBe(200);
      expect(answer.headers['location']).toBeUndefined();
      const { next: path } = Object(answer.body);
      expect(new URL(path, 'http://crm.test').origin).toBe('http://crm.test');
      expect(path).toMatch(/^\/(?![/\\])/);
    }
    const good = await server.post('/api/auth/sign-in', {
      ...admin,
      next: '/accounts?sort=name#x',
    });
    expect(good.body).toMatchObject({ next: '/accounts?sort=name#x' });
  });

  it('makes a new session each time and ends the one it replaces', async () => {
    const first = await server.signIn();
    const second = await server.signIn(admin, { cookies: first.cookies });
    expect(second.cookies[cookieName]).not.toBe(first.cookies[cookieName]);
    expect((await server.get('/api/v1/me', { cookies: first.cookies })).status).toBe(401);
    expect((await server.get('/api/v1/me', { cookies: second.cookies })).status).toBe(200);
  });

  it('takes no cookie whose signature was changed', async () => {
    const { cookies } = await server.signIn();
    const value = cookies[cookieName] ?? '';
    const forged = {
      [cookieName]: value.replace(/\.(.)/, (_, c: string) => `.${c === 'A' ? 'B' : 'A'}`),
    };
    expect((await server.get('/api/v1/me', { cookies: forged })).status).toBe(401);
  });

  it('refuses what another site caused', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const answer = await server.signIn(admin, { headers });
      expect(answer.status).toBe(403);
      expect(answer.setCookie).toEqual([]);
    }
  });

  it('has no route of the sign-in library', async () => {
    for (const path of [
      'sign-in/email',
      'sign-up/email',
      'update-user',
      'delete-user',
      'get-session',
      'ok',
      'two-factor/generate-backup-codes',
    ])
      expect((await server.post(`/api/auth/${path}`, {})).status).toBe(404);
  });

  it('keeps who signed in and who was refused', async () => {
    const { rows } = await database.app.query(
      `SELECT result, count(*) > 0 AS some FROM core.audit WHERE action = 'signIn' GROUP BY result ORDER BY 1`,
    );
    expect(rows).toEqual([
      { result: 'denied', some: true },
      { result: 'done', some: true },
    ]);
    await expect(database.app.query('DELETE FROM core.audit')).rejects.toThrow(/permission denied/);
  });
});
