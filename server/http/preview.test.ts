import { beforeAll, describe, expect, it } from 'vitest';
import { createRecords } from '#engine/records/index.ts';
import { listSettingsHistory } from '#engine/settings/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { registerPreviewRoutes } from './people/preview.routes.ts';
import { serve, type TestClient, type TestServer } from './testing/serve.ts';

let w: TestWorkspace;
let server: TestServer;
let bossId: string;
let clerkId: string;
let boss: TestClient;
let clerk: TestClient;
let mine: string;
let theirs: string;

beforeAll(async () => {
  w = await testWorkspace();
  server = await serve(w, { routes: [registerPreviewRoutes] });
  bossId = await w.addMember(await w.addRole('administrator'));
  clerkId = await w.addMember(
    await w.addRole({ box: rightsOf('own', { fields: { notes: 'hidden' } }) }),
  );
  boss = server.as(bossId);
  clerk = server.as(clerkId);
  const made = await createRecords(await w.as(clerkId), 'box', [{ name: 'Của nhân viên' }]);
  mine = String(made[0]?.id);
  const others = await createRecords(await w.as(bossId), 'box', [
    { name: 'Của sếp', notes: 'riêng' },
  ]);
  theirs = String(others[0]?.id);
});

const header = (id = clerkId) => ({ 'x-preview-member': id });
const begin = () => boss('POST', '/api/v1/preview', { member: clerkId });

describe('a preview as another member', () => {
  it('has to be begun, which stands in the history of settings', async () => {
    const before = await boss('GET', '/api/v1/boxes', undefined, header());
    expect(before).toMatchObject({ status: 403, json: { code: 'previewNotBegun' } });
    const begun = await begin();
    expect(begun).toMatchObject({
      status: 200,
      json: { header: 'X-Preview-Member', value: clerkId, member: { id: clerkId } },
    });
    expect(Date.parse(begun.json.until)).toBeGreaterThan(Date.now() + 7 * 3_600_000);
    expect((await boss('GET', '/api/v1/boxes', undefined, header())).status).toBe(200);
    const [entry] = (await listSettingsHistory(await w.as(bossId))).items;
    expect(entry).toMatchObject({
      action: 'preview',
      actor: { id: bossId },
      record: { object: 'setting.preview', id: clerkId, title: expect.stringMatching(/^m_/) },
    });
    // Another member, another administrator and another day are other previews.
    expect((await boss('GET', '/api/v1/boxes', undefined, header(bossId))).status).toBe(403);
    const second = server.as(await w.addMember(await w.addRole('administrator')));
    expect((await second('GET', '/api/v1/boxes', undefined, header())).status).toBe(403);
    await w.database.owner.query(
      `update "${w.schema}".history set at = at - interval '9 hours' where action = 'preview'`,
    );
    expect((await boss('GET', '/api/v1/boxes', undefined, header())).json.code).toBe(
      'previewNotBegun',
    );
  });

  it('shows exactly what the member sees', async () => {
    await begin();
    const reads: [string, string, unknown?][] = [
      ['GET', '/api/v1/boxes'],
      ['GET', `/api/v1/boxes/${mine}`],
      ['GET', `/api/v1/boxes/${mine}/history`],
      ['GET', `/api/v1/boxes/${theirs}`],
      ['GET', '/api/v1/toys'],
      ['GET', '/api/v1/search?q=cua'],
      ['GET', '/api/v1/openapi.json'],
      ['GET', '/api/v1/settings/objects'],
      ['GET', '/api/v1/history'],
      ['POST', '/api/v1/boxes/query', { where: { field: 'owner', op: 'eq', value: { me: true } } }],
      ['POST', '/api/v1/boxes/query', { where: { field: 'notes', op: 'isNotEmpty' } }],
      ['POST', '/api/v1/query', { queries: [{ objects: 'boxes' }, { objects: 'toys' }] }],
      ['POST', '/api/v1/boxes/aggregate', { measures: [{ fn: 'count' }] }],
      ['POST', '/api/v1/boxes/matches', { values: { name: 'Của sếp' } }],
    ];
    for (const [method, path, body] of reads) {
      const own = await clerk(method, path, body);
      const shown = await boss(method, path, body, header());
      expect([path, shown.status, shown.text]).toEqual([path, own.status, own.text]);
    }
    expect((await boss('GET', '/api/v1/boxes', undefined, header())).json.items).toHaveLength(1);
    expect((await boss('GET', '/api/v1/boxes')).json.items).toHaveLength(2);
  });

  it('tells screens to offer nothing that changes, of all that the member may look at', async () => {
    await begin();
    const { objects: own } = (await clerk('GET', '/api/v1/model')).json;
    const { objects: shown } = (await boss('GET', '/api/v1/model', undefined, header())).json;
    const looks = { create: false, update: 'none', delete: 'none', export: false, import: false };
    expect(shown).toEqual(
      own.map((each: { rights: object }) => ({ ...each, rights: { ...each.rights, ...looks } })),
    );
    expect(own[0].rights).toMatchObject({ create: true, update: 'some' });
  });

  it('keeps these rights when a newer model is looked for', async () => {
    await begin();
    const fresh = (await serve(w)).as(bossId);
    const kept = await w.workspaces.open(w.id);
    await w.database.app.query(
      'update core.workspace set model_version = model_version + 1 where id = $1',
      [w.id],
    );
    // A field one does not know may be a new one, so the database is asked once more.
    const body = { where: { field: 'notes', op: 'isNotEmpty' } };
    const asked = await fresh('POST', '/api/v1/boxes/query', body, header());
    expect(Number(asked.headers.get('model-version'))).toBeGreaterThan(kept.model.version);
    expect(asked.status).toBe(422);
  });

  it('changes nothing', async () => {
    await begin();
    const before = await w.database.app.query(
      `select (select count(*) from "${w.schema}".history) as h, (select count(*) from "${w.schema}".box) as b`,
    );
    for (const [method, path, body] of [
      ['POST', '/api/v1/boxes', { name: 'Mới' }],
      ['PATCH', `/api/v1/boxes/${mine}`, { name: 'Sửa' }],
      ['DELETE', `/api/v1/boxes/${mine}`],
      ['POST', '/api/v1/boxes/batch', { create: [{ name: 'Mới' }] }],
      ['POST', '/api/v1/preview', { member: clerkId }],
      ['POST', '/api/v1/views', { object: 'box', name: 'x', audience: 'mine', definition: {} }],
      ['POST', '/api/v1/imports'],
      ['POST', '/api/v1/files'],
      // These two only read, but in the name of who is signed in.
      ['GET', '/api/v1/boxes/export?format=csv'],
    ] as const) {
      const answer = await boss(method, path, body, header());
      expect([path, answer.status, answer.json?.code]).toEqual([path, 403, 'previewReadOnly']);
    }
    const after = await w.database.app.query(
      `select (select count(*) from "${w.schema}".history) as h, (select count(*) from "${w.schema}".box) as b`,
    );
    expect(after.rows).toEqual(before.rows);
  });

  it('is for administrators, of members who work here', async () => {
    await begin();
    expect((await clerk('POST', '/api/v1/preview', { member: bossId })).status).toBe(403);
    expect((await clerk('GET', '/api/v1/boxes', undefined, header(bossId))).json.code).toBe(
      'forbidden',
    );
    const nobody = '0198a5b2-0000-7000-8000-000000000001';
    expect((await boss('POST', '/api/v1/preview', { member: nobody })).json).toMatchObject({
      code: 'invalid',
      errors: [{ path: 'member', code: 'notFound' }],
    });
    for (const value of ['x', '', nobody, `${clerkId}, ${clerkId}`])
      expect((await boss('GET', '/api/v1/boxes', undefined, header(value))).json.code).toBe(
        'previewNotBegun',
      );
    await w.database.app.query(`update "${w.schema}".member set active = false where id = $1`, [
      clerkId,
    ]);
    await w.database.app.query(
      'update core.workspace set model_version = model_version + 1 where id = $1',
      [w.id],
    );
    w.workspaces.forget(w.id);
    expect((await boss('GET', '/api/v1/boxes', undefined, header())).json.code).toBe(
      'previewNotBegun',
    );
    expect((await begin()).status).toBe(422);
  });
});
