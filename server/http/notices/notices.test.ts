import { beforeAll, describe, expect, it } from 'vitest';
import { notify } from '#engine/notices/notify.ts';
import { createRecords, removeRecords, updateRecords } from '#engine/records/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { pushKeys } from '#server/notices/push-keys.ts';
import { serve, type TestClient } from '../testing/serve.ts';
import { registerPushRoutes } from './push.routes.ts';

let w: TestWorkspace;
let [lan, hoa]: [string, string] = ['', ''];
let asLan: TestClient;
let asHoa: TestClient;
const vapid = pushKeys('a secret of this test');
beforeAll(async () => {
  w = await testWorkspace();
  const own = await w.addRole({ '*': rightsOf('own', { fields: { price: 'hidden' } }) });
  lan = await w.addMember(await w.addRole({ '*': rightsOf('all') }));
  hoa = await w.addMember(own);
  const server = await serve(w, { routes: [(app) => registerPushRoutes(app, vapid)] });
  [asLan, asHoa] = [server.as(lan), server.as(hoa)];
});

async function makeBox(name: string): Promise<string> {
  const [box] = await createRecords(await w.as(lan), 'box', [{ name, owner: hoa }]);
  return String(box?.id);
}

let count = 0;
async function tell(recordId: string, more: object = {}): Promise<void> {
  count += 1;
  const notice = { kind: 'followed', object: 'box', recordId, key: `n${count}` } as const;
  await notify(await w.as(lan), [{ member: hoa, ...notice, ...more }]);
}

const readAll = () => asHoa('POST', '/api/v1/notices/read', {});

describe('notices over HTTP', () => {
  it('are listed page by page, the newest first, with what may be known of them', async () => {
    const id = await makeBox('Hộp');
    await tell(id, { params: { fields: ['name', 'price'], actors: [lan] } });
    for (let i = 0; i < 4; i += 1) await tell(id, { kind: 'mentioned' });
    const first = await asHoa('GET', '/api/v1/notices?limit=3');
    expect(first.json.items).toHaveLength(3);
    expect(first.json.items[0]).toMatchObject({
      kind: 'mentioned',
      read: false,
      actor: { id: lan },
      record: { object: 'box', id, title: 'Hộp', removed: false },
    });
    const next = await asHoa('GET', `/api/v1/notices?limit=3&cursor=${first.json.nextCursor}`);
    expect(next.json.nextCursor).toBeNull();
    expect(next.json.items).toHaveLength(2);
    expect(next.json.items.at(-1).params.fields).toEqual(['name']);
    const followed = await asHoa('GET', '/api/v1/notices?kind=followed');
    expect(followed.json.items).toHaveLength(1);
    expect((await asHoa('GET', '/api/v1/notices/unread')).json).toEqual({
      total: 5,
      kinds: { followed: 1, mentioned: 4 },
    });
    expect((await asLan('GET', '/api/v1/notices')).json.items).toEqual([]);
  });

  it('are marked read one by one, of a record, of a kind, and all up to a moment', async () => {
    await readAll();
    const [one, two] = [await makeBox('Một'), await makeBox('Hai')];
    await tell(one);
    await tell(one, { kind: 'mentioned' });
    await tell(two, { kind: 'mentioned' });
    const unread = async () => (await asHoa('GET', '/api/v1/notices/unread')).json.total;
    const { json } = await asHoa('GET', '/api/v1/notices?unread=true');
    const address = `/api/v1/notices/${json.items[0].id}`;
    expect((await asHoa('PATCH', address, { read: true })).status).toBe(204);
    expect(await unread()).toBe(2);
    expect((await asHoa('PATCH', address, { read: false })).status).toBe(204);
    expect((await asLan('PATCH', address, { read: true })).status).toBe(404);
    const mark = async (body: object) => (await asHoa('POST', '/api/v1/notices/read', body)).json;
    expect(await mark({ upTo: '2020-01-01T00:00:00Z' })).toEqual({ read: 0 });
    expect(await mark({ record: { object: 'box', id: one } })).toEqual({ read: 2 });
    expect(await mark({ kind: 'mentioned' })).toEqual({ read: 1 });
    expect(await unread()).toBe(0);
  });

  it('lose their title with the right to the record, and say when it lies in the trash', async () => {
    const [gone, given] = [await makeBox('Bỏ đi'), await makeBox('Cho đi')];
    await tell(gone);
    await tell(given);
    await removeRecords(await w.as(lan), 'box', [{ id: gone }]);
    await updateRecords(await w.as(lan), 'box', [{ id: given, values: { owner: lan } }]);
    const { json, text } = await asHoa('GET', '/api/v1/notices?limit=2');
    expect(json.items[0].record).toEqual({
      object: 'box',
      id: given,
      title: null,
      removed: false,
      within: null,
    });
    expect(json.items[1].record).toMatchObject({ title: 'Bỏ đi', removed: true });
    expect(text).not.toContain('Cho đi');
  });

  it('lead to what something lies in that is not looked at by itself', async () => {
    const box = await makeBox('Hộp to');
    const [toy] = await createRecords(await w.as(lan), 'toy', [{ name: 'Gấu', box }]);
    await tell(String(toy?.id), { object: 'toy' });
    const { json } = await asHoa('GET', '/api/v1/notices?limit=1');
    expect(json.items[0].record).toMatchObject({
      title: 'Gấu',
      within: { object: 'box', id: box, title: 'Hộp to' },
    });
  });

  it('refuse what is no cursor, no kind and no record', async () => {
    for (const query of ['cursor=x', 'cursor=MjAyNi0wMS0wMQ', 'kind=rain', 'limit=0', 'of=me'])
      expect((await asHoa('GET', `/api/v1/notices?${query}`)).status, query).toBe(422);
    expect((await asHoa('POST', '/api/v1/notices/read', { upTo: 'noon' })).status).toBe(422);
  });
});

describe('devices over HTTP', () => {
  const device = {
    endpoint: 'https://fcm.googleapis.com/fcm/send/abc',
    p256dh: Buffer.alloc(65, 4).toString('base64url'),
    auth: Buffer.alloc(16, 1).toString('base64url'),
    name: 'Chrome, Windows',
  };

  it('are added, listed and taken away by their member', async () => {
    const made = await asHoa('POST', '/api/v1/push', device);
    expect(made.status).toBe(201);
    expect((await asHoa('POST', '/api/v1/push', device)).json).toEqual(made.json);
    const { json, text } = await asHoa('GET', '/api/v1/push');
    expect(json.publicKey).toBe(vapid.publicKey);
    expect(json.devices).toMatchObject([{ id: made.json.id, name: 'Chrome, Windows' }]);
    expect(text).not.toContain('fcm.googleapis');
    expect((await asLan('DELETE', `/api/v1/push/${made.json.id}`)).status).toBe(404);
    expect((await asHoa('DELETE', `/api/v1/push/${made.json.id}`)).status).toBe(204);
    expect((await asHoa('GET', '/api/v1/push')).json.devices).toEqual([]);
  });

  it('are refused when the program would have to go elsewhere than to a push service', async () => {
    const bad = await asHoa('POST', '/api/v1/push', {
      endpoint: 'https://169.254.169.254/latest',
      p256dh: 'short',
      auth: '',
      name: ' ',
    });
    expect(bad.status).toBe(422);
    expect(bad.json.errors.map(({ path }: { path: string }) => path)).toEqual([
      'endpoint',
      'p256dh',
      'auth',
      'name',
    ]);
  });
});
