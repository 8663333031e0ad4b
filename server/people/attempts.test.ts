import { beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '#server/testing/database.ts';
import type { Database } from '#server/database/database.ts';
import { countTry, networkOf } from './attempts.ts';
import { admin, testCompany, testServer } from './testing/test-people.ts';
import type { TestServer } from './testing/test-people.ts';

let database: Database;
let server: TestServer;

beforeAll(async () => {
  database = await freshDatabase('attempts');
  server = await testServer(database);
  await testCompany(server);
  return () => server.close();
});

it('begins anew when the time is over', async () => {
  const limit = { name: 'test', of: ['a'], most: 2, seconds: 60 };
  const { core } = server.people;
  expect([await countTry(core, limit), await countTry(core, limit)]).toEqual([
    undefined,
    undefined,
  ]);
  expect(await countTry(core, limit)).toBeGreaterThan(55);
  await database.app.query(`UPDATE core.attempt SET resets_at = now() - interval '1 ms'`);
  expect(await countTry(core, limit)).toBeUndefined();
});

it('keeps no address and no account in the table', async () => {
  await server.signIn(
    { email: 'secret@x.test', password: 'a wrong guess' },
    { from: '203.0.113.9' },
  );
  const { rows } = await database.app.query('SELECT * FROM core.attempt');
  expect(JSON.stringify(rows)).not.toMatch(/secret|203\.0/);
});

it('stops guesses from many addresses, and lets the person in from a place they know', async () => {
  expect((await server.signIn(admin, { from: '198.51.100.1' })).status).toBe(200);
  const guess = (index: number) =>
    server.signIn({ ...admin, password: 'a guess!!' }, { from: `10.0.${index}.1` });
  const answers = [];
  for (let index = 0; index < 105; index += 5)
    answers.push(...(await Promise.all([0, 1, 2, 3, 4].map((more) => guess(index + more)))));
  expect(answers.at(0)?.status).toBe(401);
  expect(answers.at(-1)?.status).toBe(429);
  expect((await server.signIn(admin, { from: '198.51.100.1' })).status).toBe(200);
  expect((await server.signIn(admin, { from: '198.51.100.2' })).status).toBe(429);
});

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('counts %s as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
