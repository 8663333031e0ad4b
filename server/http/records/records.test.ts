import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createField, createObject, fieldInput, objectInput } from '#engine/settings/index.ts';
import type { FieldInput, ObjectInput } from '#engine/settings/input.ts';
import { eventually } from '#server/testing/eventually.ts';
import { bumpWorkspace } from '#engine/workspaces.ts';
import { withTransaction } from '#engine/transaction.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { serve, type TestClient, type TestServer } from '../testing/serve.ts';

let w: TestWorkspace;
let server: TestServer;
let boss: TestClient;
let clerk: TestClient;
let reader: TestClient;

beforeAll(async () => {
  w = await testWorkspace();
  server = await serve(w);
  boss = server.as(await w.addMember(await w.addRole('administrator')));
  clerk = server.as(await w.addMember(await w.addRole({ '*': rightsOf('own') })));
  reader = server.as(
    await w.addMember(
      await w.addRole({
        box: rightsOf('all', { update: 'none', create: false, fields: { notes: 'hidden' } }),
      }),
    ),
  );
});

const make = async (client: TestClient, values: object = {}) =>
  (await client('POST', '/api/v1/boxes', { name: 'Hộp', ...values })).json;

describe('records given to somebody', () => {
  it('say whose they were', async () => {
    const owner = await w.addMember(await w.addRole({ '*': rightsOf('own') }));
    const box = await make(boss);
    const given = await boss('POST', '/api/v1/boxes/hand-over', { ids: [box.id], owner });
    expect(given).toMatchObject({ status: 200, json: { items: [{ object: 'box', version: 2 }] } });
    expect(given.json.items[0].owner).toBe(box.owner.id);
    const counted = await boss('POST', '/api/v1/boxes/hand-over/along', {});
    expect(counted).toMatchObject({ status: 200, json: { items: [] } });
    const refused = await reader('POST', '/api/v1/boxes/hand-over', { ids: [box.id], owner });
    expect(refused.status).toBe(403);
  });
});

describe('a record', () => {
  it('is created with its place and version, read, changed and put away', async () => {
    const made = await boss('POST', '/api/v1/boxes', { name: 'Hộp quà', pieces: 3 });
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`/api/v1/boxes/${made.json.id}`);
    expect(made.headers.get('etag')).toBe('"1"');
    expect(made.headers.get('cache-control')).toBe('no-store');
    expect(made.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const path = `/api/v1/boxes/${made.json.id}`;
    expect((await boss('GET', path)).json).toEqual(made.json);
    const changed = await boss('PATCH', path, { pieces: 4 }, { 'if-match': '"1"' });
    expect(changed).toMatchObject({ status: 200, json: { version: 2, pieces: 4 } });
    expect(changed.headers.get('etag')).toBe('"2"');
    expect((await boss('DELETE', path, undefined, { 'if-match': '2' })).status).toBe(204);
    expect((await boss('GET', path)).status).toBe(404);
    expect(await boss('POST', `${path}/restore`)).toMatchObject({
      status: 200,
      json: { pieces: 4 },
    });
    const history = await boss('GET', `${path}/history?limit=2`);
    expect(history.json.items.map(({ action }: { action: string }) => action)).toEqual([
      'restore',
      'remove',
    ]);
    expect(history.json.nextCursor).not.toBeNull();
  });

  it('is not changed from an old version, and the answer has the new one', async () => {
    const { id } = await make(boss, { pieces: 1 });
    await boss('PATCH', `/api/v1/boxes/${id}`, { pieces: 2 });
    for (const stale of [
      await boss('PATCH', `/api/v1/boxes/${id}`, { pieces: 3, version: 1 }),
      await boss('PATCH', `/api/v1/boxes/${id}`, { pieces: 3 }, { 'if-match': 'W/"1"' }),
      await boss('DELETE', `/api/v1/boxes/${id}`, undefined, { 'if-match': '"1"' }),
    ])
      expect(stale).toMatchObject({
        status: 409,
        json: { code: 'stale', current: { version: 2, pieces: 2 } },
      });
    const wrong = await boss('PATCH', `/api/v1/boxes/${id}`, {}, { 'if-match': 'yesterday' });
    expect(wrong).toMatchObject({ status: 400, json: { errors: [{ path: 'If-Match' }] } });
  });

  it('of somebody else is, to the byte, one that does not exist', async () => {
    const { id } = await make(boss);
    const answers = await Promise.all(
      ['GET', 'PATCH', 'DELETE'].flatMap((method) =>
        [id, randomUUID(), 'nonsense'].map((each) =>
          clerk(method, `/api/v1/boxes/${each}`, method === 'PATCH' ? { pieces: 9 } : undefined),
        ),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const missing = await clerk('GET', '/api/v1/no-such-things');
    expect(missing.text).toBe(answers[0]?.text);
    expect((await boss('GET', `/api/v1/boxes/${id}`)).json.pieces).toBeNull();
  });

  it('that may be seen and not changed gives 403 and stays', async () => {
    const { id } = await make(boss, { notes: 'riêng' });
    expect((await reader('PATCH', `/api/v1/boxes/${id}`, { pieces: 9 })).status).toBe(403);
    expect((await reader('POST', '/api/v1/boxes', { name: 'x' })).status).toBe(403);
    const seen = await reader('GET', `/api/v1/boxes/${id}`);
    expect(seen.json.pieces).toBeNull();
    expect(seen.text).not.toContain('riêng');
  });

  it('gets all its errors at once, also for fields it does not have or may not set', async () => {
    const answer = await boss('POST', '/api/v1/boxes', {
      name: '',
      pieces: 'ba',
      id: randomUUID(),
      createdAt: '1999-01-01T00:00:00Z',
      isAdmin: true,
    });
    expect(answer.status).toBe(422);
    const errors = answer.json.errors.map(({ path }: { path: string }) => path).sort();
    expect(errors).toEqual(['createdAt', 'id', 'isAdmin', 'name', 'pieces']);
    for (const { message } of answer.json.errors) expect(message).not.toBe('');
    for (const body of [[], 'text', 1, null])
      expect((await boss('POST', '/api/v1/boxes', JSON.stringify(body))).status).toBe(422);
  });

  it('cannot have a value that must be unique twice', async () => {
    const serial = randomUUID();
    await make(boss, { serial });
    expect(await boss('POST', '/api/v1/boxes', { name: 'b', serial })).toMatchObject({
      status: 409,
      json: { code: 'conflict', errors: [{ path: 'serial', code: 'notUnique' }] },
    });
  });
});

describe('a list', () => {
  it('is asked for by address or by body, with the same answer', async () => {
    const serial = randomUUID();
    await make(boss, { serial, pieces: 7 });
    const where = { field: 'serial', op: 'eq', value: serial };
    const query = new URLSearchParams({
      where: JSON.stringify(where),
      sort: '-createdAt,name',
      limit: '1',
      fields: 'name,pieces',
    });
    const byAddress = await boss('GET', `/api/v1/boxes?${query.toString()}`);
    const byBody = await boss('POST', '/api/v1/boxes/query', {
      where,
      sort: '-createdAt,name',
      limit: 1,
      fields: ['name', 'pieces'],
    });
    expect(byAddress).toMatchObject({
      status: 200,
      json: { items: [{ pieces: 7 }], nextCursor: null, total: { value: 1, exact: true } },
    });
    expect(Object.keys(byAddress.json.items[0]).sort()).toEqual([
      'id',
      'name',
      'pieces',
      'version',
    ]);
    expect(byBody.json).toEqual(byAddress.json);
  });

  it('is not counted for who does not ask how many there are', async () => {
    const serial = randomUUID();
    await make(boss, { serial });
    const where = { field: 'serial', op: 'eq', value: serial };
    const counted = await boss('POST', '/api/v1/boxes/query', { where });
    const plain = await boss('POST', '/api/v1/boxes/query', { where, total: false });
    expect(counted.json.total).toEqual({ value: 1, exact: true });
    expect(plain.json).toEqual({ ...counted.json, total: null });
    for (const sort of ['name', '-pieces', 'name,-pieces']) {
      const address = `/api/v1/boxes?sort=${sort}&total=false&where=${encodeURIComponent(JSON.stringify(where))}`;
      expect((await boss('GET', address)).json).toEqual(plain.json);
    }
    const none = { where: { field: 'serial', op: 'eq', value: randomUUID() }, total: false };
    expect((await boss('POST', '/api/v1/boxes/query', none)).json).toEqual({
      items: [],
      nextCursor: null,
      total: null,
    });
  });

  it('goes on where a page ended', async () => {
    const mark = randomUUID();
    for (const letter of ['a', 'b', 'c']) await make(boss, { name: `${mark} ${letter}` });
    const base = `/api/v1/boxes?sort=name&limit=2&where=${encodeURIComponent(
      JSON.stringify({ field: 'name', op: 'startsWith', value: mark }),
    )}`;
    const first = await boss('GET', base);
    const rest = await boss('GET', `${base}&cursor=${encodeURIComponent(first.json.nextCursor)}`);
    const names = [...first.json.items, ...rest.json.items].map(
      ({ name }: { name: string }) => name,
    );
    expect(names).toEqual([`${mark} a`, `${mark} b`, `${mark} c`]);
    expect(rest.json.nextCursor).toBeNull();
  });

  it.each([
    'limit=0',
    'limit=201',
    'limit=1e2',
    'limit=%2010',
    'limit=5&limit=6',
    'unknown=1',
    'where=nonsense',
    'where=%5B%5B',
    `where=${encodeURIComponent('['.repeat(5000))}`,
    `where=${encodeURIComponent('{"field":"constructor","op":"eq","value":"1"}')}`,
    `where=${encodeURIComponent('{"field":"name","op":"eq","value":"1","__proto__":{"x":1}}')}`,
    'sort=(SELECT%20pg_sleep(5))',
    'sort=name;DROP%20TABLE%20box--',
    'sort=name%00',
    'sort=password_hash',
    'fields=name,password',
    'cursor=nonsense',
    'trash=1',
  ])('refuses %s at once', async (query) => {
    const started = performance.now();
    const answer = await boss('GET', `/api/v1/boxes?${query}`);
    expect(answer).toMatchObject({ status: 422, json: { code: 'invalid' } });
    expect(answer.json.errors.length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('is JSON whatever the browser would like', async () => {
    const answer = await boss('GET', '/api/v1/boxes', undefined, { accept: 'text/html' });
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });
});

it('counts and sums by group, and refuses what is no field', async () => {
  const name = randomUUID();
  for (const pieces of [1, 2]) await make(boss, { name, pieces, colour: 'red' });
  const where = { field: 'name', op: 'eq', value: name };
  const measures = [{ fn: 'count' }, { fn: 'sum', field: 'pieces' }];
  const answer = await boss('POST', '/api/v1/boxes/aggregate', {
    where,
    groupBy: [{ field: 'colour' }],
    measures,
  });
  expect(answer.json.groups).toMatchObject([{ keys: ['red'] }]);
  expect(answer.json.groups[0].values.map(Number)).toEqual([2, 3]);
  for (const field of ['count(*)', 'colour"--', '1; SELECT 1'])
    expect(
      (await boss('POST', '/api/v1/boxes/aggregate', { groupBy: [{ field }], measures })).status,
    ).toBe(422);
});

describe('a batch', () => {
  it('creates, changes and removes together', async () => {
    const [one, two] = [await make(boss), await make(boss)];
    const answer = await boss('POST', '/api/v1/boxes/batch', {
      create: [{ name: 'mới' }],
      update: [{ id: one.id, version: 1, pieces: 5 }],
      remove: [{ id: two.id }],
    });
    expect(answer).toMatchObject({
      status: 200,
      json: { created: [{ name: 'mới' }], updated: [{ id: one.id, pieces: 5 }] },
    });
    expect((await boss('GET', `/api/v1/boxes/${two.id}`)).status).toBe(404);
  });

  it('does nothing when anything of it is wrong, and says all that is', async () => {
    const one = await make(boss, { pieces: 1 });
    const name = randomUUID();
    const answer = await boss('POST', '/api/v1/boxes/batch', {
      create: [{ name }, { pieces: 'x' }],
      update: [{ id: one.id, pieces: 'y' }],
    });
    expect(answer.status).toBe(422);
    expect(answer.json.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      'create.1.name',
      'create.1.pieces',
      'update.0.pieces',
    ]);
    const { json } = await boss('POST', '/api/v1/boxes/query', {
      where: { field: 'name', op: 'eq', value: name },
    });
    expect(json.total.value).toBe(0);
  });

  it('has at most a thousand changes', async () => {
    const create = Array.from({ length: 1001 }, () => ({ name: 'x' }));
    expect(await boss('POST', '/api/v1/boxes/batch', { create })).toMatchObject({
      status: 422,
      json: { errors: [{ code: 'tooMany' }] },
    });
  });
});

describe('an idempotency key', () => {
  const send = (key: string, body: object, path = '/api/v1/boxes') =>
    boss('POST', path, body, { 'idempotency-key': key });

  it('makes twenty requests at once one effect with one answer', async () => {
    const key = randomUUID();
    const body = { name: 'một lần', serial: randomUUID() };
    const sent = await Promise.all(Array.from({ length: 20 }, () => send(key, body)));
    const early = sent.filter(({ status }) => status !== 201);
    for (const { status, headers } of early)
      expect([status, headers.get('retry-after')]).toEqual([409, '1']);
    const answers = sent.filter(({ status }) => status === 201);
    for (const _ of early) answers.push(await send(key, body));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed'))).toHaveLength(19);
    const { json } = await boss('POST', '/api/v1/boxes/query', {
      where: { field: 'serial', op: 'eq', value: body.serial },
    });
    expect(json.total.value).toBe(1);
  });

  it('is good for one request only, and is each person’s own', async () => {
    const key = randomUUID();
    const { id } = (await send(key, { name: 'a' })).json;
    for (const other of [
      await send(key, { name: 'b' }),
      await send(key, { name: 'a' }, '/api/v1/colour-cards'),
    ])
      expect(other).toMatchObject({ status: 422, json: { code: 'idempotencyMismatch' } });
    const theirs = await clerk('POST', '/api/v1/boxes', { name: 'a' }, { 'idempotency-key': key });
    expect(theirs.status).toBe(201);
    expect(theirs.json.id).not.toBe(id);
  });

  it('is free again when the request failed', async () => {
    const key = randomUUID();
    expect((await send(key, { name: '' })).status).toBe(422);
    expect((await send(key, { name: 'a' })).status).toBe(201);
  });

  it('is forgotten after a day', async () => {
    const key = randomUUID();
    const first = await send(key, { name: 'a' });
    await w.database.app.query(
      `update "${w.schema}".idempotency set at = now() - interval '25 hours' where key = $1`,
      [key],
    );
    const second = await send(key, { name: 'b' });
    expect(second.status).toBe(201);
    expect(second.json.id).not.toBe(first.json.id);
  });

  it.each(['', 'a b', 'é', 'x'.repeat(256)])('cannot be %j', async (key) => {
    const bytes = Buffer.from(key).toString('latin1');
    expect((await send(bytes, { name: 'a' })).status).toBe(400);
  });
});

describe('the version of the model', () => {
  it('is on every answer, and a newer one in a request is looked for', async () => {
    const other = await serve(await secondProcess());
    const memberId = await w.addMember(await w.addRole('administrator'));
    const here = server.as(memberId);
    const there = other.as(memberId);
    const known = Number((await there('GET', '/api/v1/boxes')).headers.get('model-version'));
    const ctx = await w.system();
    await withTransaction(ctx, (inside) => bumpWorkspace(inside, w.workspaces));
    const now = Number((await here('GET', '/api/v1/boxes')).headers.get('model-version'));
    expect(now).toBeGreaterThan(known);
    const told = await there('GET', '/api/v1/boxes', undefined, { 'model-version': String(now) });
    expect(Number(told.headers.get('model-version'))).toBe(now);
  });

  it('is looked for before an object or a field is said to be unknown', async () => {
    const other = await serve(await secondProcess());
    const memberId = await w.addMember(await w.addRole('administrator'));
    const there = other.as(memberId);
    expect((await there('GET', '/api/v1/crates')).status).toBe(404);
    const label = { vi: 'Thùng', en: 'Crate' };
    const input = { key: 'crate', path: 'crates', label, pluralLabel: label, title: 'name' };
    await createObject(
      await w.as(memberId),
      w.workspaces,
      objectInput.parse(input) as unknown as ObjectInput,
    );
    // A process asks again once a second at most.
    await eventually(async () => (await there('GET', '/api/v1/crates')).status === 200, 1500);
    const field = { kind: 'number', key: 'depth', label };
    await createField(
      await w.as(memberId),
      w.workspaces,
      'crate',
      fieldInput.parse(field) as unknown as FieldInput,
    );
    const made = await eventually(async () => {
      const answer = await there('POST', '/api/v1/crates', { name: 'a', depth: 3 });
      return answer.status === 201 && answer.json;
    }, 1500);
    expect(made).toMatchObject({ name: 'a', depth: 3 });
  });
});

/** The same workspace in another process's memory. */
async function secondProcess() {
  const { createWorkspaces } = await import('#engine/workspaces.ts');
  const { declarations, files, log } = w.workspaces;
  return { id: w.id, workspaces: createWorkspaces(w.database, declarations, files, log) };
}
