import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '#engine/actor.ts';
import { createRecords, updateRecords } from '#engine/records/index.ts';
import * as settings from '#engine/settings/index.ts';
import { freshDatabase } from '#server/testing/database.ts';
import type { Database } from '#server/database/database.ts';
import { addUser } from './command-line.ts';
import { testCompany, testServer } from './testing/test-people.ts';
import type { TestServer } from './testing/test-people.ts';

let database: Database;
let server: TestServer;
let company: { id: string; key: string; memberId: string };
let count = 0;
/** The administrator's session. */
let cookies: Record<string, string>;
let roles: Record<string, string>;

beforeAll(async () => {
  database = await freshDatabase('teams');
  server = await testServer(database);
  return () => server.close();
});

beforeEach(async () => {
  count += 1;
  const who = { email: `giang${count}@x.test`, password: 'Ba cây chụm lại nên hòn núi cao' };
  company = await testCompany(server, who);
  ({ cookies } = await server.signIn(who));
  const { items } = Object((await server.get('/api/v1/roles', { cookies })).body);
  roles = Object.fromEntries(items.map((role: { key: string; id: string }) => [role.key, role.id]));
});

const call = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) =>
  server.call(method, `/api/v1${path}`, body, { cookies });

async function addEmployee(): Promise<string> {
  const ctx = await server.workspaces.context(company.id, systemActor('test'));
  const { memberId } = await addUser(server.workspaces, ctx, {
    name: 'Lan',
    email: `lan${count}@x.test`,
    password: 'Một cây làm chẳng nên non',
    role: 'employee',
  });
  return memberId;
}

async function actionsOn(id: string): Promise<string[]> {
  const { rows } = await database.app.query<{ action: string }>(
    `SELECT action FROM w_${company.key}.history WHERE record_id = $1 ORDER BY id`,
    [id],
  );
  return rows.map(({ action }) => action);
}

describe('a team', () => {
  const create = async (name: string, parentId: string | null = null) => {
    const answer = await call('POST', '/teams', { name, parentId });
    return { status: answer.status, id: String(Object(answer.body).id), body: answer.body };
  };

  it('stands in a tree without cycles', async () => {
    const sales = await create('Kinh doanh');
    const north = await create('Miền Bắc', sales.id);
    const hanoi = await create('Hà Nội', north.id);
    expect(hanoi.body).toMatchObject({ parentId: north.id });
    for (const parentId of [hanoi.id, north.id, sales.id]) {
      const answer = await call('PATCH', `/teams/${sales.id}`, { parentId });
      expect(answer.status).toBe(422);
      expect(answer.body).toMatchObject({ errors: [{ path: 'parentId', code: 'cycle' }] });
    }
    const moved = await call('PATCH', `/teams/${hanoi.id}`, {
      parentId: sales.id,
      leaderId: company.memberId,
    });
    expect(moved.body).toMatchObject({ parentId: sales.id, leaderId: company.memberId });
    expect((await create('kinh DOANH')).status).toBe(422);
  });

  it('is removed only when nobody is in it and none is below', async () => {
    const sales = await create('Kinh doanh');
    const north = await create('Miền Bắc', sales.id);
    await call('PATCH', `/members/${company.memberId}`, { teamIds: [north.id] });
    for (const id of [sales.id, north.id])
      expect((await call('DELETE', `/teams/${id}`)).status).toBe(409);
    await call('PATCH', `/members/${company.memberId}`, { teamIds: [] });
    for (const id of [north.id, sales.id])
      expect((await call('DELETE', `/teams/${id}`)).status).toBe(204);
    expect((await call('DELETE', `/teams/${sales.id}`)).status).toBe(404);
    expect(await actionsOn(sales.id)).toEqual(['create', 'remove']);
  });
});

it('keeps a team that has records', async () => {
  const { id } = Object((await call('POST', '/teams', { name: 'Kho' })).body);
  const ctx = await server.workspaces.context(company.id, systemActor('test'));
  const [box] = await createRecords(ctx, 'box', [
    { name: 'Hộp', owner: company.memberId, team: id },
  ]);
  const refused = await call('DELETE', `/teams/${id}`);
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({ code: 'inUse', detail: expect.stringContaining('Hộp') });
  await updateRecords(ctx, 'box', [{ id: box?.id ?? '', values: { team: null } }]);
  expect((await call('DELETE', `/teams/${id}`)).status).toBe(204);
});

describe('a role', () => {
  const line = {
    read: 'team',
    create: true,
    update: 'own',
    delete: 'none',
    export: false,
    import: false,
  };

  it('is made, changed, given and removed when nobody has it', async () => {
    const made = await call('POST', '/roles', {
      name: 'Kế toán',
      rights: { '*': line, box: { ...line, fields: { price: 'hidden', name: 'read' } } },
    });
    expect(made.status).toBe(201);
    const { id } = Object(made.body);
    const changed = await call('PATCH', `/roles/${id}`, { rights: { box: line } });
    expect(changed.body).toMatchObject({ rights: { box: line } });
    const lan = await addEmployee();
    await call('PATCH', `/members/${lan}`, { roleId: id });
    expect((await call('DELETE', `/roles/${id}`)).status).toBe(409);
    await call('PATCH', `/members/${lan}`, { roleId: roles['employee'] });
    expect((await call('DELETE', `/roles/${id}`)).status).toBe(204);
  });

  it('keeps its rights on what is archived while others of them change', async () => {
    const { workspaces } = server;
    const ctx = () => workspaces.context(company.id, systemActor('test'));
    const label = { vi: 'Xe', en: 'Vehicle' };
    await settings.createObject(await ctx(), workspaces, {
      key: 'vehicle',
      path: 'vehicles',
      label,
      pluralLabel: label,
      reach: 'owned',
      title: 'name',
      fields: [],
    });
    const rights = { '*': { ...line, export: true }, vehicle: { ...line, read: 'own' } };
    const made = await call('POST', '/roles', { name: 'Lái xe', rights });
    const { id } = Object(made.body);
    await settings.archiveObject(await ctx(), workspaces, 'vehicle');
    const changed = { ...rights, box: line };
    expect(await call('PATCH', `/roles/${id}`, { rights: changed })).toMatchObject({
      status: 200,
      body: { rights: changed },
    });
    expect((await call('POST', '/roles', { name: 'Y', rights })).status).toBe(422);
  });

  it('names only objects, fields and scopes that exist', async () => {
    const answer = await call('POST', '/roles', {
      name: 'X',
      rights: { unicorn: line, box: { ...line, fields: { horn: 'hidden' } } },
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      errors: [
        { path: 'rights.unicorn', code: 'notFound' },
        { path: 'rights.box.fields.horn', code: 'notFound' },
      ],
    });
    const scope = await call('POST', '/roles', {
      name: 'X',
      rights: { box: { ...line, read: 'x' } },
    });
    expect(scope.body).toMatchObject({
      errors: [{ path: 'rights.box.read', code: 'notAnOption' }],
    });
  });

  it('reaches no further in changing and removing than in reading', async () => {
    const wide = { ...line, read: 'own', update: 'team', delete: 'all' };
    const answer = await call('POST', '/roles', {
      name: 'X',
      rights: { '*': wide, box: { ...line, read: 'none' } },
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      errors: [
        { path: 'rights.*.update', code: 'notAnOption' },
        { path: 'rights.*.delete', code: 'notAnOption' },
        { path: 'rights.box.update', code: 'notAnOption' },
      ],
    });
  });

  it('hides no field that every record carries', async () => {
    const fields = { id: 'hidden', version: 'hidden', owner: 'hidden', team: 'read' };
    const answer = await call('POST', '/roles', {
      name: 'X',
      rights: { box: { ...line, fields } },
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      errors: [
        { path: 'rights.box.fields.id', code: 'notAnOption' },
        { path: 'rights.box.fields.version', code: 'notAnOption' },
        { path: 'rights.box.fields.owner', code: 'notAnOption' },
      ],
    });
  });

  it('of the administrator keeps all rights and stays', async () => {
    const id = roles['administrator'];
    expect((await call('PATCH', `/roles/${id}`, { rights: { box: line } })).status).toBe(409);
    expect((await call('DELETE', `/roles/${id}`)).status).toBe(409);
    expect((await call('PATCH', `/roles/${id}`, { name: 'Chủ' })).body).toMatchObject({
      name: 'Chủ',
    });
  });
});
