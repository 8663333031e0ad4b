import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChanges, type LiveChanges } from '#engine/realtime/create-changes.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { eventually } from '#server/testing/eventually.ts';
import { alwaysIn } from '../testing/always-in.ts';
import { serve, type TestClient, type TestServer } from '../testing/serve.ts';

let w: TestWorkspace;
let changes: LiveChanges;
let server: TestServer;
let boss: TestClient;
let clerk: TestClient;
let mate: TestClient;
let clerkId: string;
let mateId: string;

beforeAll(async () => {
  w = await testWorkspace();
  changes = await createChanges(w.workspaces);
  server = await serve(w, { live: { changes, presence: alwaysIn } });
  const own = await w.addRole({ '*': rightsOf('own') });
  clerkId = await w.addMember(own);
  mateId = await w.addMember(own);
  clerk = server.as(clerkId);
  mate = server.as(mateId);
  boss = server.as(await w.addMember(await w.addRole('administrator')));
});
afterAll(() => changes.close());

async function makeBox(client = clerk, values = {}): Promise<string> {
  return (await client('POST', '/api/v1/boxes', { name: 'Hộp', ...values })).json.id;
}

describe('what hangs on a record', () => {
  it('is not found, to the byte, where the record is not seen', async () => {
    const id = await makeBox();
    const ghost = '0198a5b2-0000-7000-8000-000000000001';
    const other = '0198a5b2-0000-7000-8000-000000000002';
    const calls: [string, string, unknown?][] = [
      ['GET', 'shares'],
      ['POST', 'shares', { member: mateId, level: 'read' }],
      ['DELETE', `shares/${mateId}`],
      ['GET', 'followers'],
      ['POST', 'followers', { members: [mateId] }],
      ['POST', 'followers', { members: [clerkId] }],
      ['DELETE', `followers/${clerkId}`],
      ['GET', 'files'],
      ['POST', 'files', { fileIds: [other] }],
      ['DELETE', `files/${other}`],
    ];
    for (const [method, path, body] of calls) {
      const foreign = await mate(method, `/api/v1/boxes/${id}/${path}`, body);
      const missing = await mate(method, `/api/v1/boxes/${ghost}/${path}`, body);
      expect([method, path, foreign.status]).toEqual([method, path, 404]);
      expect(foreign.text).toBe(missing.text);
    }
    expect((await clerk('GET', `/api/v1/boxes/${id}/followers`)).json.items).toEqual([]);
  });

  it('is shared and followed, and refused with all that is wrong', async () => {
    const id = await makeBox();
    const path = `/api/v1/boxes/${id}`;
    const shared = await clerk('POST', `${path}/shares`, { member: mateId, level: 'update' });
    expect(shared.json.items).toMatchObject([{ grantee: { kind: 'member', id: mateId } }]);
    expect((await mate('PATCH', path, { pieces: 2 })).status).toBe(200);
    const followed = await clerk('POST', `${path}/followers`, { members: [mateId, clerkId] });
    expect(followed.json.items).toHaveLength(2);
    for (const body of [
      { member: mateId },
      { member: mateId, team: mateId, level: 'read' },
      { member: mateId, level: 'delete' },
      { member: 'x', level: 'read' },
    ])
      expect((await clerk('POST', `${path}/shares`, body)).status).toBe(422);
    expect((await mate('DELETE', `${path}/shares/${mateId}`)).status).toBe(204);
    expect((await mate('GET', path)).status).toBe(404);
  });
});

describe('views', () => {
  it('are made, listed, changed from their version and removed', async () => {
    const made = await clerk('POST', '/api/v1/views', {
      object: 'box',
      name: 'Của tôi',
      audience: 'mine',
      definition: { columns: ['name'], where: { field: 'pieces', op: 'gt', value: 3 } },
    });
    expect(made).toMatchObject({ status: 201, json: { definition: { display: 'table' } } });
    const path = `/api/v1/views/${made.json.id}`;
    expect(made.headers.get('location')).toBe(path);
    expect((await clerk('GET', path)).json).toEqual(made.json);
    expect((await mate('GET', path)).status).toBe(404);
    const { items } = (await clerk('GET', '/api/v1/views?object=box')).json;
    expect(items.map(({ id }: { id: string }) => id)).toContain(made.json.id);
    expect((await clerk('PATCH', path, { name: 'Khác', version: 1 })).json.version).toBe(2);
    expect((await clerk('PATCH', path, { name: 'Cũ' }, { 'if-match': '"1"' })).status).toBe(409);
    expect((await clerk('PATCH', path, { definition: { columns: ['x'] } })).status).toBe(422);
    expect((await clerk('DELETE', path)).status).toBe(204);
    expect((await clerk('GET', '/api/v1/views?object=none')).status).toBe(404);
  });
});

describe('tags', () => {
  it('are suggested to those who see them, or to all once an administrator gave a colour', async () => {
    await makeBox(clerk, { marks: ['Đặc sản'] });
    const tag = await eventually(
      async () => (await clerk('GET', '/api/v1/tags?field=box.marks&q=dac')).json.items[0],
    );
    expect((await mate('GET', '/api/v1/tags?field=box.marks&q=dac')).json.items).toEqual([]);
    expect(tag).toMatchObject({ name: 'Đặc sản', field: 'box.marks' });
    expect((await mate('PATCH', `/api/v1/tags/${tag.id}`, { color: 'red' })).status).toBe(403);
    expect((await boss('PATCH', `/api/v1/tags/${tag.id}`, { color: 'red' })).json.color).toBe(
      'red',
    );
    expect((await mate('GET', '/api/v1/tags?field=box.marks&q=dac')).json.items).toMatchObject([
      { name: 'Đặc sản', color: 'red' },
    ]);
    expect((await boss('PATCH', `/api/v1/tags/${tag.id}`, { color: 'url(x)' })).status).toBe(422);
    const { json } = await clerk('GET', '/api/v1/tags/counts?field=box.marks');
    expect(json.items).toMatchObject([{ name: 'Đặc sản', count: 1 }]);
    expect((await mate('GET', '/api/v1/tags?field=box.name')).status).toBe(422);
    expect((await boss('DELETE', `/api/v1/tags/${tag.id}`)).status).toBe(204);
  });
});

describe('the trash', () => {
  it('lists, restores several, and erases for administrators', async () => {
    const ids = [await makeBox(), await makeBox()];
    for (const id of ids) await clerk('DELETE', `/api/v1/boxes/${id}`);
    const listed = await clerk('GET', '/api/v1/trash?object=box&limit=1');
    expect(listed.json.items).toMatchObject([{ id: ids[1], deletedBy: { id: clerkId } }]);
    const next = await clerk(
      'GET',
      `/api/v1/trash?object=box&limit=1&cursor=${listed.json.nextCursor}`,
    );
    expect(next.json.items).toMatchObject([{ id: ids[0] }]);
    expect((await mate('GET', '/api/v1/trash')).json.items).toEqual([]);
    const items = ids.map((id) => ({ object: 'box', id }));
    expect((await mate('POST', '/api/v1/trash/restore', { items })).status).toBe(404);
    expect((await clerk('POST', '/api/v1/trash/restore', { items })).status).toBe(204);
    expect((await clerk('GET', `/api/v1/boxes/${ids[0]}`)).status).toBe(200);
    const erase = { object: 'box', ids };
    expect((await clerk('POST', '/api/v1/trash/erase', erase)).status).toBe(403);
    expect((await boss('POST', '/api/v1/trash/erase', erase)).status).toBe(204);
    expect((await clerk('GET', `/api/v1/boxes/${ids[0]}`)).status).toBe(404);
    expect((await boss('POST', '/api/v1/trash/erase', erase)).status).toBe(404);
  });
});

describe('live changes', () => {
  it('reach the people a record is shared with, over HTTP, and nobody else', async () => {
    const stop = new AbortController();
    const stream = await fetch(`${server.origin}/api/v1/events`, {
      headers: { authorization: `Bearer ${mateId}` },
      signal: stop.signal,
    });
    let text = '';
    const reading = (async () => {
      const decoder = new TextDecoder();
      for await (const part of stream.body ?? []) text += decoder.decode(part, { stream: true });
    })().catch(() => undefined);
    const hidden = await makeBox();
    const shown = await makeBox();
    await clerk('POST', `/api/v1/boxes/${shown}/shares`, { member: mateId, level: 'read' });
    await eventually(async () => text.includes('"kind":"record.share"'));
    await clerk('PATCH', `/api/v1/boxes/${shown}`, { pieces: 9 });
    await eventually(async () => text.includes('"kind":"record.update"'));
    expect(text).toContain(shown);
    expect(text).not.toContain(hidden);
    stop.abort();
    await reading;
  });
});
