import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '#server/testing/database.ts';
import type { Database } from '#server/database/database.ts';
import { resetUserPassword } from './command-line.ts';
import { commonPasswords, isCommonPassword } from './common-passwords.ts';
import { deliverMail, testCompany, testServer, tokenOf } from './testing/test-people.ts';
import type { TestServer } from './testing/test-people.ts';

let database: Database;
let server: TestServer;
let count = 0;
/** Each test has a person of its own. */
let who: { email: string; password: string };

beforeAll(async () => {
  database = await freshDatabase('passwords');
  server = await testServer(database);
  return () => server.close();
});

beforeEach(async () => {
  count += 1;
  who = { email: `binh${count}@x.test`, password: 'Con kiến mà leo cành đa' };
  await testCompany(server, who);
  await database.app.query('DELETE FROM core.attempt');
});

const newPassword = 'Leo phải cành cộc, leo ra leo vào';

async function forgot(body: object, headers: Record<string, string> = {}) {
  const answer = await server.post('/api/auth/forgot-password', body, { headers });
  await server.people.settled();
  const mails = await deliverMail(database);
  return { answer, mails: mails.filter(({ link }) => link.includes('#token=')) };
}

const reset = (token: string, password = newPassword) =>
  server.post('/api/auth/reset-password', { token, newPassword: password });

describe('a forgotten password', () => {
  it('is chosen anew by a link that works once, and ends every session in every process', async () => {
    const other = await testServer(database);
    const [one, two] = [await server.signIn(who), await other.signIn(who)];
    for (const [at, { cookies }] of [
      [server, one],
      [other, two],
    ] as const)
      expect((await at.get('/api/v1/me', { cookies })).status).toBe(200);

    const { answer, mails } = await forgot({ email: who.email.toUpperCase() });
    expect(answer.status).toBe(202);
    expect(mails.map(({ to }) => to)).toEqual([who.email]);
    expect(mails[0]?.link).toMatch(/^http:\/\/crm\.test\/reset-password#token=\w{24}$/);
    const token = tokenOf(mails[0]);
    const { rows } = await database.app.query('SELECT identifier FROM core.verification');
    expect(JSON.stringify(rows)).not.toContain(token);

    expect((await reset(token)).status).toBe(204);
    expect((await reset(token, `${newPassword}!`)).status).toBe(400);
    for (const [at, { cookies }] of [
      [server, one],
      [other, two],
    ] as const)
      await expect.poll(async () => (await at.get('/api/v1/me', { cookies })).status).toBe(401);
    expect((await server.signIn(who)).status).toBe(401);
    expect((await server.signIn({ ...who, password: newPassword })).status).toBe(200);
    const [told] = await deliverMail(database);
    expect(told).toMatchObject({ to: who.email, subject: expect.any(String) });
    await other.close();
  });

  it('is chosen by one of ten who use the link at once', async () => {
    const token = tokenOf((await forgot({ email: who.email })).mails[0]);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => reset(token, `${newPassword} ${index}`)),
    );
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(9);
  });

  it('voids the other links of the same person and leaves those of others', async () => {
    const first = tokenOf((await forgot({ email: who.email })).mails[0]);
    const second = tokenOf((await forgot({ email: who.email })).mails[0]);
    const someone = { ...who, email: `chi${count}@x.test` };
    await testCompany(server, someone);
    const theirs = tokenOf((await forgot({ email: someone.email })).mails[0]);
    expect((await reset(second)).status).toBe(204);
    expect((await reset(first)).status).toBe(400);
    expect((await reset(theirs)).status).toBe(204);
    expect((await server.signIn({ ...someone, password: newPassword })).status).toBe(200);
  });

  it('is not accepted with a link that is too old', async () => {
    const token = tokenOf((await forgot({ email: who.email })).mails[0]);
    await database.app.query(
      `UPDATE core.verification SET expires_at = now() - interval '1 second'`,
    );
    expect((await reset(token)).status).toBe(400);
    expect((await server.signIn(who)).status).toBe(200);
  });

  it('says the same of an address nobody has, and writes to nobody', async () => {
    const known = await forgot({ email: who.email });
    const unknown = await forgot({ email: 'nobody@x.test' });
    expect(unknown.mails).toEqual([]);
    expect(unknown.answer.status).toBe(known.answer.status);
    expect(unknown.answer.text).toBe(known.answer.text);
    expect(Object.keys(unknown.answer.headers)).toEqual(Object.keys(known.answer.headers));
  });

  it('answers in the same time for both', async () => {
    const times: Record<string, number[]> = { known: [], unknown: [] };
    for (let index = 1; index <= 20; index += 1)
      for (const [kind, email] of [
        ['known', who.email],
        ['unknown', 'nobody@x.test'],
      ] as const) {
        const start = performance.now();
        await server.post('/api/auth/forgot-password', { email }, { from: `198.51.100.${index}` });
        times[kind]?.push(performance.now() - start);
        await server.people.settled();
      }
    const median = (values: number[] = []) => values.toSorted((a, b) => a - b)[10] ?? 0;
    expect(Math.abs(median(times['known']) - median(times['unknown']))).toBeLessThan(15);
    await deliverMail(database);
  });

  it.each([
    ['two addresses', { email: ['binh@x.test', 'attacker@evil.example'] }],
    ['an operator', { email: { $ne: null } }],
    ['a header after the address', { email: 'binh@x.test\r\nBcc: attacker@evil.example' }],
    ['two addresses in one text', { email: 'binh@x.test,attacker@evil.example' }],
    ['where to send it', { email: 'binh@x.test', to: 'attacker@evil.example' }],
  ])('writes to nobody when given %s', async (_, body) => {
    const { answer, mails } = await forgot(body);
    expect(answer.status).toBe(422);
    expect(mails).toEqual([]);
  });

  it.each([
    { 'x-forwarded-host': 'evil.example' },
    { forwarded: 'host=evil.example;proto=http' },
    { 'x-original-url': '/admin', 'x-rewrite-url': '/admin' },
    { 'x-forwarded-proto': 'https' },
    { host: '127.0.0.1:9999' },
  ])('links to the configured address whatever the request says: %o', async (headers) => {
    const { mails } = await forgot({ email: who.email }, headers);
    expect(mails[0]?.link).toMatch(/^http:\/\/crm\.test\//);
    expect(mails[0]?.raw).not.toContain('evil.example');
  });

  it('limits how often one address asks', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 7; index += 1)
      statuses.push((await server.post('/api/auth/forgot-password', who)).status);
    expect(statuses.at(-1)).toBe(422);
    for (let index = 0; index < 7; index += 1)
      statuses.push((await server.post('/api/auth/forgot-password', { email: who.email })).status);
    expect(statuses.slice(7)).toEqual([202, 202, 202, 202, 202, 429, 429]);
    await server.people.settled();
    expect(await deliverMail(database)).toHaveLength(5);
  });
});

describe('a new password', () => {
  it.each([
    ['too short', 'ngắn quá', 'tooShort'],
    ['129 characters', 'x'.repeat(64) + 'y'.repeat(65), 'tooLong'],
    ['what everybody has', 'password123456', 'weakPassword'],
    ['what everybody has, in capitals', 'PASSWORD123456', 'weakPassword'],
    ['a Vietnamese favourite', 'anhyeuem1999', 'weakPassword'],
    ['a walk over the keyboard', 'qwertyuiop123', 'weakPassword'],
    ['one character over and over', 'aaaaaaaaaaaa', 'weakPassword'],
    ['their own name', 'NguyễnAn1234', 'weakPassword'],
  ])('is refused when it is %s', async (_, password, code) => {
    const token = tokenOf((await forgot({ email: who.email })).mails[0]);
    const answer = await reset(token, password);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ errors: [{ path: 'newPassword', code }] });
    expect((await reset(token)).status).toBe(204);
  });

  it.each([
    ['75 characters with blanks', `${'a1'.repeat(32)}xyzzy plugh`],
    ['75 emoji', '🌾🐃🌙'.repeat(25).replace('🌾', '🌴')],
    ['blanks at both ends', '  một bờ tre làng  '],
  ])('may be %s, and is taken exactly', async (_, password) => {
    const token = tokenOf((await forgot({ email: who.email })).mails[0]);
    const repeated = isCommonPassword(password);
    expect(repeated).toBe(false);
    expect((await reset(token, password)).status).toBe(204);
    expect((await server.signIn({ ...who, password: password.trim().slice(0, -1) })).status).toBe(
      401,
    );
    expect((await server.signIn({ ...who, password })).status).toBe(200);
  });

  it('is checked against at least three thousand that everybody has', () => {
    const list = new Set(commonPasswords());
    expect(list.size).toBeGreaterThanOrEqual(3000);
    expect([...list].filter((password) => !isCommonPassword(password))).toEqual([]);
  });
});

describe('changing the password', () => {
  const change = (cookies: Record<string, string>, body: object) =>
    server.post('/api/auth/change-password', body, { cookies });

  it('asks for the current one', async () => {
    const { cookies } = await server.signIn(who);
    expect((await change(cookies, { newPassword })).status).toBe(401);
    expect((await change(cookies, { currentPassword: 'not this one', newPassword })).status).toBe(
      401,
    );
    expect((await server.signIn(who)).status).toBe(200);
  });

  it('limits guesses from a session that was left open', async () => {
    const { cookies } = await server.signIn(who);
    const statuses: number[] = [];
    for (let index = 0; index < 6; index += 1)
      statuses.push((await change(cookies, { currentPassword: 'a guess!!', newPassword })).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('ends the other sessions and goes on in a new one', async () => {
    const [here, there] = [await server.signIn(who), await server.signIn(who)];
    expect((await server.get('/api/v1/me', { cookies: there.cookies })).status).toBe(200);
    const changed = await change(here.cookies, { currentPassword: who.password, newPassword });
    expect(changed.status).toBe(204);
    expect((await server.get('/api/v1/me', { cookies: changed.cookies })).status).toBe(200);
    expect((await server.get('/api/v1/me', { cookies: here.cookies })).status).toBe(401);
    expect((await server.get('/api/v1/me', { cookies: there.cookies })).status).toBe(401);
    expect((await server.signIn({ ...who, password: newPassword })).status).toBe(200);
    await deliverMail(database);
  });

  it('by the command line ends sessions in a running server', async () => {
    const { cookies } = await server.signIn(who);
    expect((await server.get('/api/v1/me', { cookies })).status).toBe(200);
    await resetUserPassword(server.people.core, { email: who.email, password: newPassword });
    await expect.poll(async () => (await server.get('/api/v1/me', { cookies })).status).toBe(401);
    expect((await server.signIn({ ...who, password: newPassword })).status).toBe(200);
  });
});
