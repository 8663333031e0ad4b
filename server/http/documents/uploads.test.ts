import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declarations } from '#modules';
import { checkFiles } from '#engine/files/check-files.ts';
import { folderStore } from '#engine/files/folder-store.ts';
import { removeOldFiles } from '#engine/files/remove-old-files.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { eventually } from '#server/testing/eventually.ts';
import { serve, type TestClient, type TestServer } from '../testing/serve.ts';

let folder: string;
let w: TestWorkspace;
let server: TestServer;
let clerkId: string;
let otherId: string;
let clerk: TestClient;
let other: TestClient;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'duyen-uploads-'));
  w = await testWorkspace(declarations, folderStore(folder));
  server = await serve(w);
  const own = await w.addRole({ '*': rightsOf('own') });
  [clerkId, otherId] = [await w.addMember(own), await w.addMember(own)];
  [clerk, other] = [server.as(clerkId), server.as(otherId)];
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const tus = { 'tus-resumable': '1.0.0' };
const metadata = (values: Record<string, string>) =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',');

async function begin(
  size: number | string,
  values: Record<string, string> = { filename: 'a.bin' },
  by = clerk,
) {
  const answer = await by('POST', '/api/v1/uploads', undefined, {
    ...tus,
    'upload-length': String(size),
    'upload-metadata': metadata(values),
  });
  return { ...answer, at: answer.headers.get('location') ?? '' };
}

async function patch(at: string, offset: number, body: Uint8Array, by = clerkId, headers = {}) {
  const answer = await fetch(`${server.origin}${at}`, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${by}`,
      ...tus,
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
      ...headers,
    },
    body: new Uint8Array(body),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

async function ask(method: 'HEAD' | 'DELETE', at: string, by = clerkId) {
  const headers = { authorization: `Bearer ${by}`, ...tus };
  const answer = await fetch(`${server.origin}${at}`, { method, headers });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}
const head = (at: string) => ask('HEAD', at);
const offsetOf = async (at: string) => Number((await head(at)).headers.get('upload-offset'));
const left = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((each) => each.isFile())
    .map(({ name }) => name);

/** Sends the beginning of a part and cuts the connection, as a train in a tunnel does. */
async function cutAfter(at: string, offset: number, bytes: Buffer, declared: number) {
  const socket = net.connect(Number(new URL(server.origin).port), '127.0.0.1');
  socket.write(
    `PATCH ${at} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${clerkId}\r\nTus-Resumable: 1.0.0\r\n` +
      `Content-Type: application/offset+octet-stream\r\nUpload-Offset: ${offset}\r\nContent-Length: ${declared}\r\n\r\n`,
  );
  await new Promise((resolve) => socket.write(bytes, resolve));
  await eventually(async () => (await offsetOf(at)) === offset + bytes.length);
  return socket;
}

const download = async (id: string, by = clerkId) => {
  const answer = await fetch(`${server.origin}/api/v1/files/${id}`, {
    headers: { authorization: `Bearer ${by}` },
  });
  return Buffer.from(await answer.arrayBuffer());
};

describe('an upload in several goes', () => {
  it('becomes a document, byte for byte, though its connection is cut in the middle', async () => {
    const bytes = randomBytes(3_000_000);
    const made = await begin(bytes.length, { filename: 'Phim giới thiệu.bin' });
    expect(made).toMatchObject({ status: 201, headers: expect.anything() });
    const socket = await cutAfter(made.at, 0, bytes.subarray(0, 1_100_000), bytes.length);
    // The server may not have noticed yet: the sender who is back is the one that counts.
    const rest = await patch(made.at, 1_100_000, bytes.subarray(1_100_000));
    socket.destroy();
    expect(rest.status).toBe(204);
    expect(rest.headers.get('upload-offset')).toBe('3000000');
    const id = rest.headers.get('upload-document');
    const document = (await clerk('GET', `/api/v1/documents/${id}`)).json;
    expect(document).toMatchObject({ name: 'Phim giới thiệu.bin', owner: { id: clerkId } });
    expect((await download(document.file.id)).equals(bytes)).toBe(true);
    // Whose last answer was lost asks again, and learns what came of it.
    const again = await head(made.at);
    expect(again.headers.get('upload-offset')).toBe('3000000');
    expect(again.headers.get('upload-document')).toBe(id);
    expect((await patch(made.at, 3_000_000, Buffer.alloc(0))).headers.get('upload-document')).toBe(
      id,
    );
    expect((await left()).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(await checkFiles(await w.system())).toEqual({ withoutBytes: [], withoutRow: [] });
  });

  it('keeps what came of a part that was cut off, and takes only what follows it', async () => {
    const bytes = randomBytes(500_000);
    const { at } = await begin(bytes.length);
    (await cutAfter(at, 0, bytes.subarray(0, 200_000), bytes.length)).destroy();
    expect(await offsetOf(at)).toBe(200_000);
    for (const wrong of [0, 199_999, 200_001, 500_000])
      expect((await patch(at, wrong, bytes.subarray(wrong))).status).toBe(409);
    expect((await patch(at, 200_000, Buffer.alloc(300_001))).status).toBe(413);
    const list = (await clerk('GET', '/api/v1/uploads')).json.items;
    expect(list).toMatchObject([{ name: 'a.bin', size: 500_000, became: null }]);
    expect((await ask('DELETE', at)).status).toBe(204);
    expect((await head(at)).status).toBe(404);
    expect((await left()).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is gone on with only by the same content', async () => {
    const { at } = await begin(10, { filename: 'a.txt', fingerprint: 'one' });
    expect((await patch(at, 0, Buffer.from('12345'), clerkId, named('one'))).status).toBe(204);
    expect((await patch(at, 5, Buffer.from('67890'), clerkId, named('two'))).status).toBe(409);
    const done = await patch(at, 5, Buffer.from('67890'), clerkId, named('one'));
    expect(done.headers.get('upload-document')).not.toBeNull();
  });
  const named = (name: string) => ({ 'upload-fingerprint': name });

  it('is nobody else’s', async () => {
    const { at } = await begin(4);
    const ghost = '/api/v1/uploads/0198a5b2-0000-7000-8000-000000000001';
    for (const method of ['HEAD', 'DELETE'] as const) {
      const [foreign, missing] = [
        await ask(method, at, otherId),
        await ask(method, ghost, otherId),
      ];
      expect([foreign.status, foreign.text]).toEqual([404, missing.text]);
    }
    expect((await patch(at, 0, Buffer.from('x'), otherId)).status).toBe(404);
    expect((await other('GET', '/api/v1/uploads')).json.items).toEqual([]);
    expect(await offsetOf(at)).toBe(0);
  });

  it('of nothing is a document at once, and one that is asked for wrongly is refused', async () => {
    const empty = await begin(0, { filename: 'trống.txt' });
    expect(empty.headers.get('upload-document')).not.toBeNull();
    const tooMuch = await begin(6 * 1024 ** 3);
    expect(tooMuch.status).toBe(413);
    for (const size of ['', '-1', 'x', '1.5', '99999999999999999999'])
      expect([size, (await begin(size)).status]).toEqual([size, 400]);
    expect((await begin(1, { filename: 'a', stranger: 'x' })).status).toBe(400);
    expect((await begin(1, { filename: 'a', folder: 'x' })).status).toBe(400);
    expect((await begin(1, { filename: 'a', sameName: 'x' })).status).toBe(422);
    const old = await clerk('POST', '/api/v1/uploads', undefined, { 'tus-resumable': '0.2.2' });
    expect([old.status, old.headers.get('tus-version')]).toEqual([412, '1.0.0']);
    const { at } = await begin(1);
    const plain = { 'content-type': 'application/json' };
    expect((await patch(at, 0, Buffer.from('1'), clerkId, plain)).status).toBe(415);
    const options = await clerk('OPTIONS', '/api/v1/uploads');
    expect(options.headers.get('tus-extension')).toBe('creation,expiration,termination');
  });

  it('that is not what its name says is refused as soon as that shows', async () => {
    const page = Buffer.from(`<script>alert(1)</script>${' '.repeat(100_000)}`);
    const { at } = await begin(10_000_000, { filename: 'ảnh.png' });
    expect((await patch(at, 0, page)).status).toBe(415);
    expect((await head(at)).status).toBe(404);
  });

  it('has a name that every system takes, whatever it was called', async () => {
    const names = {
      '../../etc/passwd': 'passwd',
      'C:\\Windows\\system32\\a.dll': 'a.dll',
      'a\u202egnp.exe': 'agnp.exe',
      '...': 'file',
      'a"; filename="b.html': 'a_; filename=_b.html',
      'Báo cáo\r\nX: y.pdf': 'Báo cáo X_ y.pdf',
    };
    for (const [given, shown] of Object.entries(names)) {
      const made = await begin(0, { filename: given });
      const id = made.headers.get('upload-document');
      expect((await clerk('GET', `/api/v1/documents/${id}`)).json.name).toBe(shown);
    }
  });

  it('is taken over from a process that died, but not from one that may live', async () => {
    const { at } = await begin(2);
    const holdFor = (time: string) =>
      w.database.app.query(
        `update ${w.schema}.file_upload set writer = $2, writer_until = now() + $3::interval where id = $1`,
        [at.split('/').at(-1), w.id, time],
      );
    await holdFor('1 minute');
    expect((await patch(at, 0, Buffer.from('1'))).status).toBe(409);
    await holdFor('-1 second');
    expect((await patch(at, 0, Buffer.from('1'))).status).toBe(204);
    expect((await patch(at, 1, Buffer.from('2'))).status).toBe(204);
  });

  it('is forgotten with its bytes when nobody goes on with it', async () => {
    const { at } = await begin(10);
    await patch(at, 0, Buffer.from('12345'));
    const id = at.split('/').at(-1);
    await removeOldFiles(await w.system());
    expect(await offsetOf(at)).toBe(5);
    await w.database.app.query(
      `update ${w.schema}.file_upload set touched_at = now() - interval '8 days' where id = $1`,
      [id],
    );
    await removeOldFiles(await w.system());
    expect((await head(at)).status).toBe(404);
    expect((await left()).some((name) => name.includes(String(id)))).toBe(false);
  });
});

describe('what an upload becomes', () => {
  const send = async (values: Record<string, string>, by = clerkId) => {
    const bytes = Buffer.from(`nội dung ${Math.random()}`);
    const made = await begin(bytes.length, values, server.as(by));
    if (made.status !== 201) return { status: made.status, id: '', at: '' };
    const done = await patch(made.at, 0, bytes, by);
    return {
      status: done.status,
      id: done.headers.get('upload-document') ?? '',
      at: made.at,
    };
  };
  const document = async (id: string, by = clerk) =>
    (await by('GET', `/api/v1/documents/${id}`)).json;
  const makeFolder = async (by = clerk) =>
    (await by('POST', '/api/v1/folders', { name: 'Hồ sơ' })).json.id;

  it('lies in the folder it was sent to, beside others of its name, or as a version of one', async () => {
    const folderId = await makeFolder();
    const into = { filename: 'Báo giá.txt', folder: folderId };
    const ids = [];
    // At once: they must not become two of one name.
    for (const { id } of await Promise.all([send(into), send(into), send(into)])) ids.push(id);
    const names: string[] = await Promise.all(ids.map(async (id) => (await document(id)).name));
    expect(new Set(names)).toEqual(new Set(['Báo giá (2).txt', 'Báo giá (3).txt', 'Báo giá.txt']));
    const first = ids[names.indexOf('Báo giá.txt')] ?? '';
    const version = await send({ ...into, sameName: 'version', note: 'Giảm 5%' });
    expect(version.id).toBe(first);
    const named = await send({ filename: 'khác.txt', document: first });
    expect(named.id).toBe(first);
    const { items } = (await clerk('GET', `/api/v1/documents/${first}/versions`)).json;
    expect(items.map(({ number, note }: never) => [number, note])).toEqual([
      [3, null],
      [2, 'Giảm 5%'],
      [1, null],
    ]);
    expect((await document(first)).name).toBe('Báo giá.txt');
  });

  it('is about the record it was sent for', async () => {
    const account = (await clerk('POST', '/api/v1/accounts', { name: 'Công ty Mây' })).json.id;
    const { id } = await send({ filename: 'a.txt', about: `account:${account}` });
    expect((await document(id)).about).toMatchObject([{ object: 'account', id: account }]);
    const where = JSON.stringify({
      field: 'about',
      op: 'hasAny',
      value: [{ object: 'account', id: account }],
    });
    const listed = await clerk('GET', `/api/v1/documents?where=${encodeURIComponent(where)}`);
    expect(listed.json.items).toMatchObject([{ id }]);
    expect((await clerk('GET', `/api/v1/accounts/${account}/timeline`)).status).toBe(200);
    const foreign = await begin(1, { filename: 'a', about: `account:${account}` }, other);
    expect(foreign.status).toBe(404);
  });

  it('is refused at once where its sender may put nothing', async () => {
    const folderId = await makeFolder();
    expect((await send({ filename: 'a.txt', folder: folderId }, otherId)).status).toBe(404);
    await clerk('POST', `/api/v1/folders/${folderId}/shares`, { member: otherId, level: 'read' });
    expect((await send({ filename: 'a.txt', folder: folderId }, otherId)).status).toBe(403);
    await clerk('POST', `/api/v1/folders/${folderId}/shares`, { member: otherId, level: 'update' });
    const sent = await send({ filename: 'a.txt', folder: folderId }, otherId);
    expect((await document(sent.id)).owner.id).toBe(otherId);
  });

  it('is its sender’s own when the place has gone while it came', async () => {
    const folderId = await makeFolder();
    const { at } = await begin(3, { filename: 'nơi cũ.txt', folder: folderId });
    await patch(at, 0, Buffer.from('12'));
    await clerk('DELETE', `/api/v1/folders/${folderId}`);
    const done = await patch(at, 2, Buffer.from('3'));
    const id = done.headers.get('upload-document') ?? '';
    expect(await document(id)).toMatchObject({ name: 'nơi cũ.txt', folder: null });
  });

  it('finds no room beyond what the company allows', async () => {
    const sql = (text: string, ...values: unknown[]) => w.database.owner.query(text, values);
    const { rows } = await sql(
      `select coalesce(sum(size), 0)::int as used from (select size from ${w.schema}.file where object = 'document'
       union all select size from ${w.schema}.file_upload where finished_at is null) t`,
    );
    const most = Number(rows[0].used) + 1000;
    await sql(
      `update core.workspace set settings = settings || $2, model_version = model_version + 1 where id = $1`,
      w.id,
      JSON.stringify({ storage: { company: most } }),
    );
    w.workspaces.forget(w.id);
    const bytes = Buffer.alloc(600, 'x');
    // Both are begun at once: only one finds room.
    const both = await Promise.all([begin(600), begin(600)]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 507]));
    const { at } = both.find(({ status }) => status === 201) ?? { at: '' };
    const done = await patch(at, 0, bytes);
    expect(done.headers.get('upload-document')).not.toBeNull();
    const refused = await begin(600);
    expect(refused.json).toMatchObject({ code: 'quotaReached' });
    expect((await begin(300)).status).toBe(201);
  });
});
