import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { rightsOf, testWorkspace } from '#engine/testing/workspace.ts';
import { serve, type TestClient } from '../testing/serve.ts';

let boss: TestClient;
let clerk: TestClient;

beforeAll(async () => {
  const w = await testWorkspace();
  const server = await serve(w);
  boss = server.as(await w.addMember(await w.addRole('administrator')));
  clerk = server.as(await w.addMember(await w.addRole({ box: rightsOf('own') })));
});

const together = (client: TestClient, ...queries: object[]) =>
  client('POST', '/api/v1/query', { queries });

it('answers each query as if it were alone, in their order', async () => {
  const name = randomUUID();
  await boss('POST', '/api/v1/boxes', { name });
  const named = { where: { field: 'name', op: 'eq', value: name }, fields: ['name'] };
  const none = { where: { field: 'name', op: 'eq', value: `${name} không có` } };
  const answer = await together(
    boss,
    { objects: 'boxes', ...none },
    { objects: 'boxes', ...named },
    { objects: 'toys', limit: 1 },
  );
  expect(answer.status).toBe(200);
  const alone = await boss('POST', '/api/v1/boxes/query', named);
  expect(alone.json.items).toHaveLength(1);
  expect(answer.json.answers).toHaveLength(3);
  expect(answer.json.answers[0]).toEqual({
    items: [],
    nextCursor: null,
    total: { value: 0, exact: true },
  });
  expect(answer.json.answers[1]).toEqual(alone.json);
  // What somebody may not see is not in it either.
  const own = await together(clerk, { objects: 'boxes', ...named });
  expect(own.json.answers[0].items).toEqual([]);
});

it('says which query is wrong, and is missing where one of them is', async () => {
  const wrong = await together(
    boss,
    { objects: 'boxes' },
    { objects: 'boxes', where: { field: 'name', op: 'nonsense' } },
    { objects: 'boxes', sort: 'nonsense' },
  );
  expect(wrong).toMatchObject({ status: 422, json: { code: 'invalid' } });
  const paths = wrong.json.errors.map(({ path }: { path: string }) => path);
  expect(paths).toEqual([expect.stringMatching(/^queries\.1\./), 'queries.2.sort']);
  const missing = await clerk('GET', '/api/v1/no-such-things');
  for (const objects of ['no-such-things', 'constructor', '../boxes', '']) {
    const answer = await together(clerk, { objects: 'boxes' }, { objects });
    expect(answer).toMatchObject({ status: 404, text: missing.text });
  }
  const twentyOne = Array.from({ length: 21 }, () => ({ objects: 'boxes' }));
  for (const queries of [[], twentyOne])
    expect((await together(boss, ...queries)).status).toBe(422);
});
