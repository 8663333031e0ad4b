import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse as parseDisposition } from 'content-disposition';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
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
let clerk: TestClient;
let other: TestClient;
let otherId: string;
let boss: TestClient;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'duyen-files-'));
  w = await testWorkspace(undefined, folderStore(folder));
  server = await serve(w);
  const own = await w.addRole({ '*': rightsOf('own') });
  clerkId = await w.addMember(own);
  clerk = server.as(clerkId);
  otherId = await w.addMember(own);
  other = server.as(otherId);
  boss = server.as(await w.addMember(await w.addRole('administrator')));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

type Part = { name: string; type?: string | undefined; bytes: string | Buffer };

async function upload(memberId: string, parts: Part | Part[], query = '', headers = {}) {
  const form = new FormData();
  for (const { name, type = 'text/plain', bytes } of [parts].flat())
    form.append('file', new Blob([new Uint8Array(Buffer.from(bytes))], { type }), name);
  const answer = await fetch(`${server.origin}/api/v1/files${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${memberId}`, ...headers },
    body: form,
  });
  // Read by tests, each of which knows what it asked for.
  // oxlint-disable-next-line typescript/no-explicit-any -- answers have no common shape
  const json: any = await answer.json();
  return { status: answer.status, headers: answer.headers, json };
}

const uploaded = async (memberId: string, part: Part): Promise<string> =>
  (await upload(memberId, part)).json.items[0].id;

const download = (memberId: string, id: string, more = '', headers = {}) =>
  fetch(`${server.origin}/api/v1/files/${id}${more}`, {
    headers: { authorization: `Bearer ${memberId}`, ...headers },
  });

const stored = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((e) => e.isFile());

async function makeBox(client: TestClient, values = {}): Promise<string> {
  return (await client('POST', '/api/v1/boxes', { name: 'Hộp', ...values })).json.id;
}

describe('files', () => {
  it('are taken several at once and come back byte for byte, as a download', async () => {
    const bytes = randomBytes(300_000);
    const { status, json } = await upload(clerkId, [
      { name: 'Hợp đồng.txt', bytes: 'xin chào' },
      { name: 'dữ liệu.bin', bytes },
    ]);
    expect(status).toBe(201);
    expect(json.items).toMatchObject([
      { name: 'Hợp đồng.txt', size: 9, type: 'text/plain' },
      { name: 'dữ liệu.bin', size: 300_000, type: 'application/octet-stream' },
    ]);
    const answer = await download(clerkId, json.items[1].id);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(parseDisposition(answer.headers.get('content-disposition') ?? '')).toEqual({
      type: 'attachment',
      parameters: expect.objectContaining({ filename: 'dữ liệu.bin' }),
    });
    const part = await download(clerkId, json.items[1].id, '', { range: 'bytes=10-19' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe('bytes 10-19/300000');
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(10, 20));
    const etag = answer.headers.get('etag') ?? '';
    expect((await download(clerkId, json.items[1].id, '', { 'if-none-match': etag })).status).toBe(
      304,
    );
    const beyond = await download(clerkId, json.items[1].id, '', { range: 'bytes=300000-' });
    expect(beyond.status).toBe(416);
  });

  it('are shown in the page only when they are pictures or PDF, and always in a sandbox', async () => {
    const picture = await uploaded(clerkId, { name: 'a.png', bytes: png });
    const text = await uploaded(clerkId, { name: 'a.txt', bytes: 'x' });
    const shown = await download(clerkId, picture, '?preview');
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(shown.headers.get('content-disposition')).toMatch(/^inline/);
    expect(shown.headers.get('content-security-policy')).toContain('sandbox');
    expect(shown.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    const plain = await download(clerkId, text, '?preview=true');
    expect(plain.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(plain.headers.get('x-frame-options')).toBe('DENY');
  });

  it('of rows are read as a table, the first of them, and not at all when they are broken', async () => {
    const table = async (name: string, bytes: string | Buffer, by = clerk) => {
      const id = await uploaded(clerkId, { name, bytes });
      return (await by('GET', `/api/v1/files/${id}/table`)).json;
    };
    expect(await table('a.csv', '\ufeffTên;Số\r\n"Đức; Anh";1.000\r\n')).toEqual({
      table: { columns: ['Tên', 'Số'], rows: [['Đức; Anh', '1.000']], sheet: null, isWhole: true },
    });
    const long = await table('b.tsv', `a\tb\n${'một\thai\n'.repeat(200_000)}`);
    expect(long.table).toMatchObject({ columns: ['a', 'b'], isWhole: false });
    expect(long.table.rows).toHaveLength(200);
    expect(await table('c.csv', 'a;b\n"chưa đóng;c\n')).toEqual({ table: null });
    expect(await table('d.txt', 'a;b\n1;2\n')).toEqual({ table: null });
    expect(await table('e.csv', 'a;b\n1;2\n', other)).toMatchObject({ code: 'notFound' });
  });

  it('belong to who uploaded them until they are attached, then to who sees the record', async () => {
    const id = await uploaded(clerkId, { name: 'a.txt', bytes: 'x' });
    const random = await download(otherId, '0198a5b2-0000-7000-8000-000000000001');
    const foreign = await download(otherId, id);
    expect([foreign.status, await foreign.text()]).toEqual([404, await random.text()]);
    const box = await makeBox(clerk);
    const stolen = await other('POST', `/api/v1/boxes/${await makeBox(other)}/files`, {
      fileIds: [id],
    });
    expect(stolen).toMatchObject({ status: 422, json: { errors: [{ path: 'fileIds.0' }] } });
    const attached = await clerk('POST', `/api/v1/boxes/${box}/files`, { fileIds: [id] });
    expect(attached).toMatchObject({ status: 200, json: { items: [{ id, name: 'a.txt' }] } });
    expect((await download(otherId, id)).status).toBe(404);
    expect((await other('GET', `/api/v1/boxes/${box}/files`)).status).toBe(404);
    await clerk('POST', `/api/v1/boxes/${box}/shares`, { member: otherId, level: 'read' });
    expect((await download(otherId, id)).status).toBe(200);
    expect((await other('GET', `/api/v1/boxes/${box}/files`)).json.items).toHaveLength(1);
    expect((await other('DELETE', `/api/v1/boxes/${box}/files/${id}`)).status).toBe(403);
    expect((await other('POST', `/api/v1/boxes/${box}/files`, { fileIds: [id] })).status).toBe(403);
    await clerk('DELETE', `/api/v1/boxes/${box}/shares/${otherId}`);
    expect((await download(otherId, id)).status).toBe(404);
    expect((await clerk('DELETE', `/api/v1/boxes/${box}/files/${id}`)).status).toBe(204);
    expect((await download(clerkId, id)).status).toBe(404);
    const { json } = await clerk('GET', `/api/v1/boxes/${box}/history`);
    expect(json.items.map(({ action }: { action: string }) => action)).toEqual([
      'detach',
      'unshare',
      'share',
      'attach',
      'create',
    ]);
    expect(json.items[3].changes).toEqual({ $file: [null, { id, name: 'a.txt' }] });
  });

  it('of a hidden field, or of a record in the trash, are not found', async () => {
    const blindId = await w.addMember(
      await w.addRole({ '*': rightsOf('all', { fields: { photo: 'hidden' } }) }),
    );
    const photo = await uploaded(clerkId, { name: 'a.png', bytes: png });
    const box = await makeBox(clerk, { photo });
    expect((await clerk('GET', `/api/v1/boxes/${box}`)).json.photo).toMatchObject({
      name: 'a.png',
    });
    expect((await download(clerkId, photo)).status).toBe(200);
    expect((await download(blindId, photo)).status).toBe(404);
    await clerk('DELETE', `/api/v1/boxes/${box}`);
    expect((await download(clerkId, photo)).status).toBe(404);
    await clerk('POST', `/api/v1/boxes/${box}/restore`);
    expect((await download(clerkId, photo)).status).toBe(200);
    await clerk('PATCH', `/api/v1/boxes/${box}`, { photo: null });
    expect((await download(clerkId, photo)).status).toBe(404);
  });

  it('of a list come and go one by one, can be put back, and stand in one record only', async () => {
    const [a, b] = [
      await uploaded(clerkId, { name: 'a.txt', bytes: 'a' }),
      await uploaded(clerkId, { name: 'b.txt', bytes: 'b' }),
    ];
    const box = await makeBox(clerk, { papers: [a] });
    const put = async (papers: string[] | null) => {
      const { status, json } = await clerk('PATCH', `/api/v1/boxes/${box}`, { papers });
      return [status, json.papers?.map(({ name }: { name: string }) => name)];
    };
    expect(await put([a, b])).toEqual([200, ['a.txt', 'b.txt']]);
    expect(await put([b])).toEqual([200, ['b.txt']]);
    expect((await download(clerkId, a)).status).toBe(404);
    expect(await put([b, a])).toEqual([200, ['b.txt', 'a.txt']]);
    expect((await download(clerkId, a)).status).toBe(200);
    const c = await uploaded(clerkId, { name: 'c.txt', bytes: 'c' });
    const create = [
      { name: 'Một', papers: [c] },
      { name: 'Hai', papers: [c] },
    ];
    expect(await clerk('POST', '/api/v1/boxes/batch', { create })).toMatchObject({
      status: 422,
      json: { errors: [{ path: 'create.1.papers', code: 'notFound' }] },
    });
    const other_ = await clerk('POST', '/api/v1/boxes', { name: 'Ba', papers: [a] });
    expect(other_.status).toBe(422);
  });

  it('are kept once for a request that is repeated with its key', async () => {
    const key = { 'idempotency-key': 'files-1' };
    const file = { name: 'a.txt', bytes: 'một' };
    const first = await upload(clerkId, file, '', key);
    const before = (await stored()).length;
    const again = await upload(clerkId, file, '', key);
    expect(again.json).toEqual(first.json);
    await eventually(async () => (await stored()).length === before);
    expect((await upload(clerkId, { name: 'a.txt', bytes: 'hai' }, '', key)).status).toBe(422);
    await eventually(async () => (await stored()).length === before);
  });
});

describe('bad uploads', () => {
  it('that are too large are refused and leave nothing, without filling memory', async () => {
    const before = (await stored()).length;
    const rss = process.memoryUsage.rss();
    const answer = await upload(clerkId, [
      { name: 'ok.txt', bytes: 'x' },
      { name: 'big.bin', bytes: Buffer.alloc(26 * 1_048_576) },
    ]);
    expect(answer).toMatchObject({ status: 413, json: { code: 'tooLarge' } });
    expect((await stored()).length).toBe(before);
    expect(process.memoryUsage.rss() - rss).toBeLessThan(300e6);
  });

  it('of a hundred megabytes are answered while they still come', async () => {
    const before = (await stored()).length;
    const rss = process.memoryUsage.rss();
    const megabyte = Buffer.alloc(1_048_576);
    async function* body() {
      yield '--b\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n';
      for (let i = 0; i < 100; i += 1) yield megabyte;
      yield '\r\n--b--\r\n';
    }
    const { port } = new URL(server.origin);
    const request = http.request({
      port,
      method: 'POST',
      path: '/api/v1/files',
      headers: {
        authorization: `Bearer ${clerkId}`,
        'content-type': 'multipart/form-data; boundary=b',
      },
    });
    const answered = once(request, 'response');
    await pipeline(body(), request);
    const [answer] = await answered;
    answer.resume();
    expect(answer.statusCode).toBe(413);
    expect((await stored()).length).toBe(before);
    expect(process.memoryUsage.rss() - rss).toBeLessThan(100e6);
  });

  it('that break off in the middle leave nothing', async () => {
    const before = (await stored()).length;
    const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf';
    const cut = await fetch(`${server.origin}/api/v1/files`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${clerkId}`,
        'content-type': 'multipart/form-data; boundary=b',
      },
      body: head,
    });
    expect(cut.status).toBe(400);
    const { port } = new URL(server.origin);
    const socket = net.connect(Number(port), '127.0.0.1');
    socket.write(
      `POST /api/v1/files HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${clerkId}\r\n` +
        `Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n${head}`,
    );
    await eventually(async () => (await stored()).length > before || socket.bytesWritten > 100);
    socket.destroy();
    await eventually(async () => (await stored()).length === before);
    expect((await clerk('POST', '/api/v1/files', {})).status).toBe(415);
    expect((await upload(clerkId, [])).status).toBe(400);
  });

  it('that are not what they say are refused as pictures and kept without a type otherwise', async () => {
    const page = '<script>alert(1)</script>';
    expect((await upload(clerkId, { name: 'a.png', bytes: page })).status).toBe(415);
    const kinds = {
      'a.html': page,
      'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      'a.exe': Buffer.from('4d5a90000300000004000000ffff0000', 'hex'),
      'a.txt': png,
    };
    for (const [name, bytes] of Object.entries(kinds)) {
      const { json } = await upload(clerkId, { name, bytes });
      expect([name, json.items[0].type]).toEqual([name, 'application/octet-stream']);
      const shown = await download(clerkId, json.items[0].id, '?preview');
      expect(shown.headers.get('content-disposition')).toMatch(/^attachment/);
    }
  });

  it('of pictures that unpack to gigabytes are refused', async () => {
    const flood = Buffer.from(png);
    flood.writeUInt32BE(50_000, 16);
    flood.writeUInt32BE(50_000, 20);
    expect((await upload(clerkId, { name: 'a.png', bytes: flood })).status).toBe(422);
  });

  // The corpus is read where it lies; a checkout without it has these cases in its own run.
  const corpus = JSON.parse(
    readFileSync(new URL('../../../../shared/data/badinput.json', import.meta.url), 'utf8'),
  );
  const cases = corpus.cases.filter(
    (each: { class: string; payload: { file?: { text?: string; b64?: string } } }) =>
      ['svg-active', 'upload-name-type'].includes(each.class) &&
      (each.payload.file?.text ?? each.payload.file?.b64) !== undefined,
  );
  it.each<{
    id: string;
    where: string;
    payload: { file: Part & { text?: string; b64: string } };
    expect: { status: number[] };
  }>(cases)('answers $id as expected', async (each) => {
    const before = (await stored()).length;
    const { name, type, text, b64 } = each.payload.file;
    const bytes = text ?? Buffer.from(b64, 'base64');
    const query = each.where === 'upload:avatar' ? '?kind=picture' : '';
    const answer = await upload(clerkId, { name, type, bytes }, query);
    expect(each.expect.status).toContain(answer.status);
    if (answer.status !== 201) {
      expect((await stored()).length).toBe(before);
      return;
    }
    const [file] = answer.json.items;
    expect((await stored()).some((entry) => entry.name.endsWith(file.id))).toBe(true);
    for (const more of ['', '?preview']) {
      const got = await download(clerkId, file.id, more);
      expect(got.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
      expect(got.headers.get('x-content-type-options')).toBe('nosniff');
      const { type: how, parameters } = parseDisposition(
        got.headers.get('content-disposition') ?? '',
      );
      if (more === '') expect(how).toBe('attachment');
      expect(parameters['filename']).toBe(file.name);
      // oxlint-disable-next-line no-control-regex -- what must not be there
      expect(parameters['filename']).not.toMatch(/[/\\"<>\u0000-\u001f]/);
    }
  });
});

describe('old files', () => {
  it('go with their bytes after their time, and the check finds what does not fit', async () => {
    const table = `${w.schema}.file`;
    const sql = (text: string, ...values: unknown[]) => w.database.app.query(text, values);
    const box = await makeBox(boss);
    const ids: string[] = [];
    for (const name of ['forgotten', 'waiting', 'detached', 'old', 'kept', 'lost'])
      ids.push(await uploaded(clerkId, { name: `${name}.txt`, bytes: name }));
    const [forgotten, waiting, detached, old, kept, lost] = ids;
    await sql(`update ${table} set object = 'box', record_id = $1 where id = any($2)`, box, [
      detached,
      old,
      kept,
      lost,
    ]);
    await sql(
      `update ${table} set created_at = now() - interval '25 hours' where id = $1`,
      forgotten,
    );
    await sql(
      `update ${table} set removed_at = now() - interval '29 days' where id = $1`,
      detached,
    );
    await sql(`update ${table} set removed_at = now() - interval '31 days' where id = $1`, old);
    await w.workspaces.files.remove(`${w.id}-${lost}`);
    const elsewhere = '01900000-0000-7000-8000-000000000000';
    const loose = '01900000-0000-7000-8000-000000000001';
    await w.workspaces.files.write(`${w.id}-${loose}`, Readable.from(['x']), 10);
    await w.workspaces.files.write(`${elsewhere}-${loose}`, Readable.from(['x']), 10);
    const ctx = await w.system();
    expect(await checkFiles(ctx)).toEqual({
      withoutBytes: [{ id: lost, name: 'lost.txt' }],
      withoutRow: [loose],
    });
    await removeOldFiles(ctx);
    const { rows } = await sql(`select id from ${table} where id = any($1)`, ids);
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set([waiting, detached, kept, lost]));
    const names = (await stored()).map(({ name }) => name);
    const has = (id = '') => names.includes(`${w.id}-${id}`);
    expect([forgotten, old, loose].map(has)).toEqual([false, false, false]);
    expect([waiting, detached, kept].map(has)).toEqual([true, true, true]);
    expect(names.filter((name) => name.endsWith(loose))).toHaveLength(1);
  });
});
