import { parse as parseDisposition } from 'content-disposition';
import { beforeAll, describe, expect, it } from 'vitest';
import { declarations } from '#modules';
import { readText } from '#engine/files/text/read-text.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { serve, type TestClient, type TestServer } from '../testing/serve.ts';

let w: TestWorkspace;
let server: TestServer;
let clerkId: string;
let mateId: string;
let clerk: TestClient;
let mate: TestClient;
let boss: TestClient;

beforeAll(async () => {
  w = await testWorkspace(declarations);
  server = await serve(w);
  const own = await w.addRole({ '*': rightsOf('own') });
  [clerkId, mateId] = [await w.addMember(own), await w.addMember(own)];
  [clerk, mate] = [server.as(clerkId), server.as(mateId)];
  boss = server.as(await w.addMember(await w.addRole('administrator')));
});

async function upload(name: string, bytes: string | Buffer, by = clerkId): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(Buffer.from(bytes))]), name);
  const answer = await fetch(`${server.origin}/api/v1/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${by}` },
    body: form,
  });
  // oxlint-disable-next-line typescript/no-explicit-any -- read by tests, each of which knows what it asked for
  const json: any = await answer.json();
  return json.items[0].id;
}

async function make(name: string, bytes: string | Buffer = 'nội dung', values = {}) {
  const file = await upload(name, bytes);
  const { status, json } = await clerk('POST', '/api/v1/documents', { file, ...values });
  expect(status).toBe(201);
  return { id: String(json.id), file, path: `/api/v1/documents/${json.id}`, json };
}

const read = async (fileId: string) =>
  readText.run(await w.system(), { workspaceId: w.id, fileId }, () => w.system());
const found = async (q: string, by = clerk) =>
  (await by('GET', `/api/v1/documents?q=${encodeURIComponent(q)}`)).json.items.map(
    ({ name }: { name: string }) => name,
  );

describe('a document', () => {
  it('is called as its file, ends as that does, and is downloaded under its name', async () => {
    const { path, json, file } = await make('Hợp đồng.docx.txt');
    expect(json.name).toBe('Hợp đồng.docx.txt');
    const renamed = await clerk('PATCH', path, { name: 'Hợp đồng 12/2026 <script>' });
    expect(renamed.json.name).toBe('Hợp đồng 12-2026 _script_.txt');
    expect((await clerk('PATCH', path, { name: 'Hợp đồng 2026' })).json.name).toBe(
      'Hợp đồng 2026.txt',
    );
    const got = await clerk('GET', `/api/v1/files/${file}`);
    const { parameters } = parseDisposition(got.headers.get('content-disposition') ?? '');
    expect(parameters['filename']).toBe('Hợp đồng 2026.txt');
    // The note of a paper that lies in a cabinet has no file.
    const paper = await clerk('POST', '/api/v1/documents', { name: 'Giấy phép gốc' });
    expect(paper).toMatchObject({ status: 201, json: { file: null } });
    expect((await clerk('POST', '/api/v1/documents', {})).status).toBe(422);
  });

  it('keeps its versions, any of which can be the one in use again', async () => {
    const { path, file: first } = await make('a.txt', 'một');
    const second = await upload('b.txt', 'hai');
    expect((await clerk('PATCH', path, { file: second })).json.file.name).toBe('a.txt');
    const versions = async () =>
      (await clerk('GET', `${path}/versions`)).json.items.map(
        ({ number, file }: { number: number; file: { id: string } }) => [number, file.id],
      );
    expect(await versions()).toEqual([
      [2, second],
      [1, first],
    ]);
    expect((await clerk('GET', `/api/v1/files/${first}`)).text).toBe('một');
    expect((await clerk('DELETE', `${path}/versions/2`)).status).toBe(409);
    expect((await clerk('PATCH', path, { file: first })).json.file.id).toBe(first);
    expect(await versions()).toHaveLength(2);
    expect((await clerk('DELETE', `${path}/versions/2`)).status).toBe(204);
    expect((await clerk('DELETE', `${path}/versions/2`)).status).toBe(404);
    expect((await clerk('GET', `/api/v1/files/${second}`)).status).toBe(404);
    expect(await versions()).toEqual([[1, first]]);
    const told = (await clerk('GET', `${path}/history`)).json.items.flatMap(
      ({ changes }: { changes: { file?: { title: string }[] } }) => changes.file ?? [],
    );
    expect(told.map((file: { title: string } | null) => file?.title)).toEqual([
      'a.txt (v2)',
      'a.txt (v1)',
      'a.txt (v1)',
      'a.txt (v2)',
      undefined,
      'a.txt (v1)',
    ]);
    await clerk('POST', `${path}/shares`, { member: mateId, level: 'read' });
    expect((await mate('DELETE', `${path}/versions/1`)).status).toBe(403);
    expect((await mate('GET', `${path}/versions`)).json.items).toHaveLength(1);
    const fixed = rightsOf('all', { fields: { file: 'read' } });
    const looker = server.as(await w.addMember(await w.addRole({ '*': fixed })));
    await clerk('PATCH', path, { file: await upload('c.txt', 'ba') });
    expect((await looker('DELETE', `${path}/versions/1`)).status).toBe(403);
  });

  it('is found by the words in its newest file, with or without accents', async () => {
    const { path, file } = await make('ghi chú.txt', 'Điều khoản thanh toán chậm');
    expect(await found('dieu khoan')).toEqual([]);
    await read(file);
    expect(await found('dieu khoan')).toEqual(['ghi chú.txt']);
    expect(await found('ghi chu thanh toán')).toEqual(['ghi chú.txt']);
    expect(await found('dieu khoan', mate)).toEqual([]);
    expect((await clerk('GET', `${path}/text`)).json).toEqual({
      state: 'done',
      text: 'Điều khoản thanh toán chậm',
    });
    await clerk('PATCH', path, { name: 'đổi tên' });
    expect(await found('khoan doi ten')).toEqual(['đổi tên.txt']);
    await clerk('DELETE', path);
    expect(await found('dieu khoan')).toEqual([]);
    await clerk('POST', `${path}/restore`);
    expect(await found('dieu khoan')).toEqual(['đổi tên.txt']);
    const second = await upload('b.txt', 'Phụ lục');
    await clerk('PATCH', path, { file: second });
    expect(await found('dieu khoan')).toEqual([]);
    await read(second);
    expect(await found('phu luc')).toEqual(['đổi tên.txt']);
    await clerk('PATCH', path, { file });
    expect(await found('dieu khoan')).toEqual(['đổi tên.txt']);
  });

  it('is not found by its words where the file is hidden from a role', async () => {
    const { file } = await make('riêng.txt', 'mật khẩu két sắt');
    await read(file);
    const blind = server.as(
      await w.addMember(await w.addRole({ '*': rightsOf('all', { fields: { file: 'hidden' } }) })),
    );
    expect(await found('ket sat', blind)).toEqual([]);
    expect(await found('rieng', blind)).toEqual(['riêng.txt']);
    expect((await blind('GET', `/api/v1/files/${file}`)).status).toBe(404);
  });

  it('knows who opened it, and tells who may change it', async () => {
    const { path, file } = await make('a.txt');
    await clerk('POST', `${path}/shares`, { member: mateId, level: 'read' });
    await mate('GET', `/api/v1/files/${file}?preview`);
    await mate('GET', `/api/v1/files/${file}?preview`, undefined, { range: 'bytes=0-1' });
    await mate('GET', `/api/v1/files/${file}`);
    const { json } = await clerk('GET', `${path}/openings`);
    expect(json.items).toMatchObject([
      { way: 'download', member: { id: mateId }, linkId: null, version: 1 },
      { way: 'preview', member: { id: mateId }, linkId: null, version: 1 },
    ]);
    expect((await mate('GET', `${path}/openings`)).status).toBe(403);
  });

  it('lies in a folder, whose rights reach it, and whose path says where', async () => {
    const folder = async (name: string, parent?: string) =>
      (await clerk('POST', '/api/v1/folders', { name, ...(parent && { parent }) })).json.id;
    const top = await folder('Công ty');
    const inner = await folder('Mẫu hợp đồng', top);
    const { path, file } = await make('mẫu.txt', 'x', { folder: inner });
    expect((await mate('GET', path)).status).toBe(404);
    await clerk('POST', `/api/v1/folders/${inner}/shares`, { everyone: true, level: 'read' });
    expect((await mate('GET', path)).status).toBe(200);
    expect((await mate('GET', `/api/v1/files/${file}`)).status).toBe(200);
    const steps = async (by: TestClient) =>
      (await by('GET', `/api/v1/folders/${inner}/path`)).json.items.map(
        ({ name }: { name: string }) => name,
      );
    expect(await steps(clerk)).toEqual(['Công ty', 'Mẫu hợp đồng']);
    expect(await steps(mate)).toEqual(['Mẫu hợp đồng']);
    expect((await mate('GET', `/api/v1/folders/${top}/path`)).status).toBe(404);
    const ring = await clerk('PATCH', `/api/v1/folders/${top}`, { parent: inner });
    expect(ring).toMatchObject({ status: 422, json: { errors: [{ path: 'parent' }] } });
    await clerk('DELETE', `/api/v1/folders/${top}`);
    expect((await mate('GET', `/api/v1/files/${file}`)).status).toBe(404);
    expect((await boss('GET', path)).status).toBe(404);
    await clerk('POST', `/api/v1/folders/${top}/restore`);
    expect((await mate('GET', path)).status).toBe(200);
  });
});

describe('a public link', () => {
  const link = async (path: string, body = {}, by = clerk) => {
    const { status, json } = await by('POST', `${path}/links`, body);
    return { status, json, token: String(json?.token), id: String(json?.link?.id) };
  };
  const open = async (token: string, password?: string) => {
    const answer = await fetch(`${server.origin}/api/v1/public/links/open`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, ...(password !== undefined && { password }) }),
    });
    // oxlint-disable-next-line typescript/no-explicit-any -- as above
    const json: any = await answer.json();
    return {
      status: answer.status,
      json,
      cookie: answer.headers.get('set-cookie') ?? '',
    };
  };
  const get = (id: string, cookie: string, more = '') =>
    fetch(`${server.origin}/api/v1/public/links/${id}/file?company=${w.id}${more}`, {
      headers: { cookie: cookie.split(';')[0] ?? '' },
    });

  it('gives the newest file to anyone who has it, as a download, and is noted', async () => {
    const { path } = await make('bảng giá.txt', 'cũ');
    const { status, token, id } = await link(path, { name: 'Cho khách' });
    expect(status).toBe(201);
    await clerk('PATCH', path, { file: await upload('b.txt', 'mới') });
    const opened = await open(token);
    expect(opened).toMatchObject({
      status: 200,
      json: { needsPassword: false, file: { name: 'bảng giá.txt' }, linkId: id },
    });
    expect(opened.cookie).toMatch(/HttpOnly; SameSite=Strict/);
    const got = await get(id, opened.cookie);
    expect(got.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(got.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await got.text()).toBe('mới');
    expect((await get(id, '')).status).toBe(404);
    expect((await get(id, `link-visit=${'x'.repeat(43)}`)).status).toBe(404);
    const openings = (await clerk('GET', `${path}/openings`)).json.items;
    expect(openings).toMatchObject([{ member: null, linkId: id, version: 2 }]);
    expect((await clerk('GET', `${path}/links`)).json.items).toMatchObject([
      { id, name: 'Cho khách', visits: 1, hasPassword: false },
    ]);
    const kept = JSON.stringify((await clerk('GET', `${path}/links`)).json);
    expect(kept).not.toContain(token.slice(-20));
  });

  it('asks for its password, and not for long of who guesses', async () => {
    const { path } = await make('kín.txt');
    const { token, id } = await link(path, { password: 'mật khẩu dài' });
    const asked = await open(token);
    expect(asked).toMatchObject({ status: 200, json: { needsPassword: true }, cookie: '' });
    expect(JSON.stringify(asked.json)).not.toContain('kín');
    for (let i = 0; i < 5; i += 1) expect((await open(token, `sai ${i}`)).status).toBe(401);
    expect((await open(token, 'mật khẩu dài')).status).toBe(429);
    await w.database.app.query('delete from core.attempt');
    const opened = await open(token, 'mật khẩu dài');
    expect((await get(id, opened.cookie)).status).toBe(200);
  });

  it('says the same of what never was, has ended, and may not be read any more', async () => {
    const never = await open('x'.repeat(65));
    expect(never.status).toBe(404);
    const same = async (token: string) => {
      const answer = await open(token);
      expect([answer.status, answer.json]).toEqual([404, never.json]);
    };
    await same('x');
    const { path } = await make('a.txt');
    const one = await link(path);
    const visit = (await open(one.token)).cookie;
    expect((await clerk('DELETE', `${path}/links/${one.id}`)).status).toBe(204);
    await same(one.token);
    expect((await get(one.id, visit)).status).toBe(404);
    const soon = new Date(Date.now() + 60_000).toISOString();
    const two = await link(path, { expiresAt: soon });
    expect((await open(two.token)).status).toBe(200);
    await w.database.app.query(
      `update ${w.schema}.public_link set expires_at = now() - interval '1 minute' where id = $1`,
      [two.id],
    );
    await same(two.token);
    const three = await link(path);
    await clerk('DELETE', path);
    await same(three.token);
    await clerk('POST', `${path}/restore`);
    expect((await open(three.token)).status).toBe(200);
    await w.database.app.query(`update ${w.schema}.member set active = false where id = $1`, [
      clerkId,
    ]);
    w.workspaces.forget(w.id);
    await same(three.token);
    await w.database.app.query(`update ${w.schema}.member set active = true where id = $1`, [
      clerkId,
    ]);
    w.workspaces.forget(w.id);
  });

  it('is made only by who may change the document and take it out of the company', async () => {
    const { path } = await make('a.txt');
    expect((await link(path, {}, mate)).status).toBe(404);
    await clerk('POST', `${path}/shares`, { member: mateId, level: 'read' });
    expect((await link(path, {}, mate)).status).toBe(403);
    expect((await mate('GET', `${path}/links`)).status).toBe(403);
    const inside = server.as(
      await w.addMember(await w.addRole({ '*': rightsOf('all', { export: false }) })),
    );
    expect((await link(path, {}, inside)).status).toBe(403);
    const one = await link((await make('b.txt')).path);
    expect((await open(one.token)).status).toBe(200);
    const { rows } = await w.database.app.query<{ role_id: string }>(
      `select role_id from ${w.schema}.member where id = $1`,
      [clerkId],
    );
    const withRole = async (role: string | undefined) => {
      await w.database.app.query(`update ${w.schema}.member set role_id = $2 where id = $1`, [
        clerkId,
        role,
      ]);
      w.workspaces.forget(w.id);
    };
    await withRole(await w.addRole({ '*': rightsOf('own', { export: false }) }));
    expect((await open(one.token)).status).toBe(404);
    await withRole(rows[0]?.role_id);
    for (const body of [
      { expiresAt: '2020-01-01T00:00:00Z' },
      { expiresAt: 'x' },
      { password: 'ngắn' },
      { name: '' },
      { more: 1 },
    ])
      expect([body, (await link(path, body)).status]).toEqual([body, 422]);
  });
});

it('goes on without the words of a file that is damaged', async () => {
  const { file } = await make('a.pdf', '%PDF-1.4 nothing that is one');
  await read(file);
  const { rows } = await w.database.app.query(
    `select state from ${w.schema}.file_text where file_id = $1`,
    [file],
  );
  expect(rows).toEqual([{ state: 'failed' }]);
});
