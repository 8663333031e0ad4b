import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { memberActor, systemActor } from '#engine/actor.ts';
import { fileIdOf } from '#engine/files/file-name.ts';
import { createRecords, removeRecords } from '#engine/records/index.ts';
import { createView } from '#engine/views/views.ts';
import { freshDatabase } from '#server/testing/database.ts';
import type { Database } from '#server/database/database.ts';
import { addUser } from './command-line.ts';
import { testCompany, testServer, type TestServer } from './testing/test-people.ts';

let database: Database;
let server: TestServer;
let company: { id: string; memberId: string };
let cookies: Record<string, string>;
let count = 0;

beforeAll(async () => {
  database = await freshDatabase('personal');
  server = await testServer(database);
  return () => server.close();
});

const password = 'Có công mài sắt có ngày nên kim';
beforeEach(async () => {
  count += 1;
  const who = { email: `tu${count}@x.test`, password };
  company = await testCompany(server, who);
  await database.app.query('DELETE FROM core.attempt');
  ({ cookies } = await server.signIn(who));
});

const system = () => server.workspaces.context(company.id, systemActor('test'));
const patch = (body: object) => server.call('PATCH', '/api/v1/me', body, { cookies });
const me = async () => Object((await server.get('/api/v1/me', { cookies })).body);

describe('what a person chooses for themselves', () => {
  it('begins with what suits most, and changes only where it is named', async () => {
    const event = { app: true, push: false, email: false };
    expect(await me()).toMatchObject({
      theme: 'system',
      density: 'normal',
      favourites: [],
      picture: null,
      notifications: {
        assigned: { app: true, push: true, email: true },
        followed: event,
        jobDone: event,
      },
      digest: { on: false, at: '07:30' },
      quietHours: { on: false },
    });
    await patch({ theme: 'dark', notifications: { assigned: { email: false } } });
    const answer = await patch({ density: 'compact', notifications: { jobDone: { app: false } } });
    expect(answer.body).toMatchObject({
      theme: 'dark',
      density: 'compact',
      notifications: {
        assigned: { app: true, push: true, email: false },
        mentioned: { app: true, push: true, email: true },
        jobDone: { app: false, push: false, email: false },
      },
    });
    expect(await me()).toEqual(answer.body);
  });

  it('is refused with every mistake at once, and then nothing of it is kept', async () => {
    const bad = await patch({
      theme: 'pink',
      density: 'tight',
      notifications: { rain: { app: true }, assigned: { sms: true } },
      quietHours: { on: true, from: '24:00', to: '7:00' },
      favourites: [{ object: 'box', id: 'x' }],
    });
    expect(bad.status).toBe(422);
    expect(
      Object(bad.body)
        .errors.map(({ path }: { path: string }) => path)
        .toSorted(),
    ).toEqual([
      'density',
      'favourites.0.id',
      'notifications.assigned.sms',
      'notifications.rain',
      'quietHours.from',
      'quietHours.to',
      'theme',
    ]);
    const half = await patch({ name: 'Tên khác', favourites: [{ object: 'nothing' }] });
    expect(half.body).toMatchObject({
      errors: [{ path: 'favourites.0.object', code: 'notFound' }],
    });
    expect(await me()).toMatchObject({ name: 'Nguyễn An', favourites: [], theme: 'system' });
  });

  it('costs nobody else anything: the model stays as it is', async () => {
    const before = (await server.get('/api/v1/me', { cookies })).headers['model-version'];
    await patch({ theme: 'light' });
    expect((await server.get('/api/v1/me', { cookies })).headers['model-version']).toBe(before);
  });

  it('keeps favourites in their order, named as far as one may see them', async () => {
    const [box] = await createRecords(await system(), 'box', [{ name: 'Hộp đỏ' }]);
    const id = String(box?.id);
    const { info, directory } = await server.workspaces.open(company.id);
    const own = memberActor(directory, company.memberId, info.settings);
    const view = await createView(await server.workspaces.context(company.id, own), 'box', {
      name: 'Của tôi',
      audience: 'mine',
      definition: { display: 'table' },
    });
    const favourites = [
      { object: 'toy' },
      { object: 'box', id },
      { object: 'box', view: 'big' },
      { object: 'box', view: view.id },
    ];
    expect(Object((await patch({ favourites })).body).favourites).toEqual([
      { object: 'toy', title: null },
      { object: 'box', id, title: 'Hộp đỏ' },
      { object: 'box', view: 'big', title: null },
      { object: 'box', view: view.id, title: 'Của tôi' },
    ]);
    await removeRecords(await system(), 'box', [{ id }]);
    expect((await me()).favourites[1]).toEqual({ object: 'box', id, title: null });
    const twice = await patch({ favourites: [...favourites, favourites[1]] });
    expect(twice.body).toMatchObject({ errors: [{ path: 'favourites.4', code: 'notUnique' }] });
    const both = await patch({ favourites: [{ object: 'box', id, view: 'big' }] });
    expect(both.body).toMatchObject({ errors: [{ path: 'favourites.0.view' }] });
    const many = Array.from({ length: 51 }, () => ({ object: 'toy' }));
    expect((await patch({ favourites: many })).status).toBe(422);
  });
});

describe('a preview with the rights of a colleague', () => {
  it('shows them, marked, on the screen of who looks', async () => {
    const mate = { email: `bac${count}@x.test`, password, name: 'Bạn', role: 'employee' };
    const { memberId } = await addUser(server.workspaces, await system(), mate);
    const theirs = (await server.signIn(mate)).cookies;
    const english = { language: 'en', timeZone: 'Europe/Paris', theme: 'light' };
    await server.call(
      'PATCH',
      '/api/v1/me',
      { ...english, favourites: [{ object: 'toy' }] },
      { cookies: theirs },
    );
    await patch({ theme: 'dark' });
    const own = await me();
    expect(own.preview).toBeNull();
    const begun = Object(
      (await server.post('/api/v1/preview', { member: memberId }, { cookies })).body,
    );
    const headers = { [begun.header]: begun.value };
    const shown = await server.get('/api/v1/me', { cookies, headers });
    expect(shown.body).toEqual({
      ...own,
      id: memberId,
      name: 'Bạn',
      email: mate.email,
      timeZone: 'Europe/Paris',
      role: { id: begun.role.id, name: 'Nhân viên', administrator: false },
      favourites: [{ object: 'toy', title: null }],
      scopes: ['read'],
      preview: {
        by: { id: company.memberId, title: 'Nguyễn An' },
        role: { id: begun.role.id, name: 'Nhân viên' },
      },
    });
    const renamed = await server.call('PATCH', '/api/v1/me', { name: 'X' }, { cookies, headers });
    expect(renamed.body).toMatchObject({ status: 403, code: 'previewReadOnly' });
    for (const path of ['/api/auth/sessions', '/api/v1/api-keys'])
      expect((await server.get(path, { cookies, headers })).status).toBe(403);
    // Signing out has nothing to do with rights.
    expect((await server.post('/api/auth/sign-out', {}, { cookies, headers })).status).toBe(204);
  });
});

describe('a picture', () => {
  const chunk = (name: string, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(content.length);
    head.write(name, 4, 'latin1');
    return Buffer.concat([head, content, Buffer.alloc(4)]);
  };
  const png = (side: number, note = '') => {
    const size = Buffer.alloc(13);
    size.writeUInt32BE(side, 0);
    size.writeUInt32BE(side, 4);
    return Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', size),
      ...(note === '' ? [] : [chunk('tEXt', Buffer.from(note))]),
      chunk('IDAT', Buffer.from('789c0300', 'hex')),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  };
  const put = async (bytes: Buffer, type = 'image/png') => {
    const answer = await server.app.inject({
      method: 'PUT',
      url: '/api/v1/me/picture',
      headers: {
        host: 'crm.test',
        'content-type': type,
        cookie: Object.entries(cookies)
          .map(([name, value]) => `${name}=${value}`)
          .join('; '),
      },
      payload: bytes,
    });
    return { status: answer.statusCode, body: Object(answer.json()) };
  };
  const stored = async () => {
    const ctx = await system();
    const names = await Array.fromAsync(ctx.files.list());
    return names.filter((name) => fileIdOf(ctx, name) !== undefined).length;
  };

  it('is shown to the whole company, without what the camera noted, and kept by browsers', async () => {
    const answer = await put(png(64, '10.7769N 106.7009E'));
    expect(answer.status).toBe(200);
    const address = answer.body.picture;
    expect(address).toMatch(
      new RegExp(`^/api/v1/members/${company.memberId}/picture\\?v=[\\da-f-]{36}$`),
    );
    const members = Object((await server.get('/api/v1/members', { cookies })).body);
    expect(members.items).toMatchObject([{ id: company.memberId, picture: address }]);
    const mate = { email: `ban${count}@x.test`, password };
    await addUser(server.workspaces, await system(), { ...mate, name: 'Bạn', role: 'employee' });
    const theirs = (await server.signIn(mate)).cookies;
    const shown = await server.get(address, { cookies: theirs });
    expect(shown.status).toBe(200);
    expect(shown.text).not.toContain('10.7769N');
    expect(shown.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'inline',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
      'content-length': String(png(64).length),
    });
    const plain = address.split('?')[0];
    const again = await server.get(plain, {
      cookies: theirs,
      headers: { 'if-none-match': String(shown.headers['etag']) },
    });
    expect(again.status).toBe(304);
    expect(again.headers['cache-control']).toBe('private, no-cache');
    expect((await server.get(plain)).status).toBe(401);
  });

  it('takes the place of the one before, and goes when it is taken away', async () => {
    const first = (await put(png(64))).body.picture;
    const second = (await put(png(65))).body.picture;
    expect(second).not.toBe(first);
    // An address of before gives the face of now, to be asked for again.
    expect((await server.get(first, { cookies })).headers['cache-control']).toBe(
      'private, no-cache',
    );
    const gone = await server.call('DELETE', '/api/v1/me/picture', undefined, { cookies });
    expect(gone.status).toBe(204);
    expect((await server.get(second, { cookies })).status).toBe(404);
    expect(await me()).toMatchObject({ picture: null });
    const rows = await database.app.query(
      `SELECT removed_at IS NULL AS kept FROM ${(await system()).workspace.schema}.file`,
    );
    expect(rows.rows).toEqual([{ kept: false }, { kept: false }]);
  });

  it('that is none, or too large, is refused and leaves nothing', async () => {
    const before = await stored();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    for (const [bytes, type, status] of [
      [svg, 'image/png', 415],
      [svg, 'image/svg+xml', 415],
      [Buffer.from('GIF89a\u0001\u0000\u0001\u0000'), 'image/png', 415],
      [png(64).subarray(0, 50), 'image/png', 415],
      [Buffer.alloc(0), 'image/png', 400],
      [Buffer.from('{}'), 'application/json', 415],
      [png(5000), 'image/png', 422],
      [Buffer.alloc(2 * 1_048_576 + 1), 'image/png', 413],
    ] as const)
      expect([type, (await put(bytes, type)).status]).toEqual([type, status]);
    expect(await stored()).toBe(before);
    expect(await me()).toMatchObject({ picture: null });
  });
});
