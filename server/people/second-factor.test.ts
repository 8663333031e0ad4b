import { beforeAll, beforeEach, expect, it } from 'vitest';
import { freshDatabase } from '#server/testing/database.ts';
import type { Database } from '#server/database/database.ts';
import { deliverMail, testCompany, testServer, tokenOf, totpCode } from './testing/test-people.ts';
import type { Answer, TestServer } from './testing/test-people.ts';

let database: Database;
let server: TestServer;
let count = 0;
let who: { email: string; password: string };
let uri: string;
let recoveryCodes: string[];
/** The session that turned the second factor on. */
let session: Record<string, string>;

beforeAll(async () => {
  database = await freshDatabase('factor');
  server = await testServer(database);
  return () => server.close();
});

beforeEach(async () => {
  count += 1;
  who = { email: `dung${count}@x.test`, password: 'Nhớ ai bổi hổi bồi hồi' };
  await testCompany(server, who);
  await database.app.query('DELETE FROM core.attempt');
  const { cookies } = await server.signIn(who);
  const begun = await server.post(
    '/api/auth/two-factor/enable',
    { password: who.password },
    { cookies },
  );
  expect(begun.status).toBe(200);
  ({ totpUri: uri, recoveryCodes } = Object(begun.body));
  const confirmed = await server.post(
    '/api/auth/two-factor/confirm',
    { code: totpCode(uri) },
    { cookies },
  );
  expect(confirmed.status).toBe(204);
  session = confirmed.cookies;
});

const verify = (pending: Answer, proof: object) =>
  server.post('/api/auth/two-factor/verify', proof, { cookies: pending.cookies });
const statusOfMe = async (cookies: Record<string, string>) =>
  (await server.get('/api/v1/me', { cookies })).status;

it('asks for a code after the password, and gives no session before', async () => {
  const pending = await server.signIn(who);
  expect(pending.body).toEqual({ twoFactor: true, next: '/' });
  expect(await statusOfMe(pending.cookies)).toBe(401);
  expect(pending.setCookie.join('\n')).not.toMatch(/session_token=\w/);
  const done = await verify(pending, { code: totpCode(uri, 1) });
  expect(done.status).toBe(200);
  expect(await statusOfMe(done.cookies)).toBe(200);
});

it('ends the other sessions when it is turned on and when it is turned off', async () => {
  const other = await verify(await server.signIn(who), { code: totpCode(uri, 1) });
  expect(await statusOfMe(other.cookies)).toBe(200);
  const wrong = await server.post(
    '/api/auth/two-factor/disable',
    { password: 'not this one' },
    { cookies: session },
  );
  expect(wrong.status).toBe(401);
  const off = await server.post(
    '/api/auth/two-factor/disable',
    { password: who.password },
    { cookies: session },
  );
  expect(off.status).toBe(204);
  expect(await statusOfMe(other.cookies)).toBe(401);
  expect(await statusOfMe(off.cookies)).toBe(200);
  expect((await server.signIn(who)).body).toMatchObject({ twoFactor: false });
});

it('takes a code once: not again, not in parallel, not one that is a minute old', async () => {
  const code = totpCode(uri, 1);
  const pending = await Promise.all(Array.from({ length: 5 }, () => server.signIn(who)));
  const answers = await Promise.all(pending.map((each) => verify(each, { code })));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    200, 401, 401, 401, 401,
  ]);
  for (const { status, cookies } of answers)
    expect(await statusOfMe(cookies)).toBe(status === 200 ? 200 : 401);
  expect((await verify(await server.signIn(who), { code })).status).toBe(401);
  expect((await verify(await server.signIn(who), { code: totpCode(uri, -3) })).status).toBe(401);
  const { rows } = await database.app.query(
    `SELECT count(*) FROM core.session s JOIN core."user" u ON u.id = s.user_id WHERE u.email = $1`,
    [who.email],
  );
  // The one that turned it on, and the one that had the code first.
  expect(rows).toEqual([{ count: 2 }]);
});

it('takes parallel uses of one pending sign-in as one', async () => {
  const pending = await server.signIn(who);
  const code = totpCode(uri, 1);
  const answers = await Promise.all(Array.from({ length: 4 }, () => verify(pending, { code })));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

it('takes a recovery code once, also in parallel', async () => {
  const [recoveryCode = '', second = ''] = recoveryCodes;
  const pending = await Promise.all(Array.from({ length: 5 }, () => server.signIn(who)));
  const answers = await Promise.all(pending.map((each) => verify(each, { recoveryCode })));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(4);
  expect((await verify(await server.signIn(who), { recoveryCode })).status).toBe(401);
  expect((await verify(await server.signIn(who), { recoveryCode: second })).status).toBe(200);
  const { rows } = await database.app.query('SELECT backup_codes, secret FROM core.two_factor');
  expect(JSON.stringify(rows)).not.toContain(second);
});

it('lets nobody guess: the sixth wrong code of a sign-in is refused', async () => {
  const pending = await server.signIn(who);
  const statuses: number[] = [];
  for (let index = 0; index < 6; index += 1)
    statuses.push((await verify(pending, { code: '000000' })).status);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
});

it('is still asked for after the password was reset', async () => {
  await server.post('/api/auth/forgot-password', { email: who.email });
  await server.people.settled();
  const mail = (await deliverMail(database)).find(({ link }) => link.includes('#token='));
  const password = 'Như đứng đống lửa như ngồi đống than';
  const reset = await server.post('/api/auth/reset-password', {
    token: tokenOf(mail),
    newPassword: password,
  });
  expect(reset.status).toBe(204);
  const again = await server.signIn({ ...who, password });
  expect(again.body).toMatchObject({ twoFactor: true });
  expect(await statusOfMe(again.cookies)).toBe(401);
});

it('is a matter of the person, never of a code without one', async () => {
  const nobody = await server.post('/api/auth/two-factor/verify', { code: totpCode(uri, 1) });
  expect(nobody.status).toBe(401);
  const both = await server.post('/api/auth/two-factor/verify', { code: '1', recoveryCode: '2' });
  expect(both.status).toBe(400);
});
