import { beforeAll, describe, expect, it } from 'vitest';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { serve, type TestClient, type TestServer } from '../testing/serve.ts';

let w: TestWorkspace;
let server: TestServer;
let boss: TestClient;
let clerk: TestClient;

beforeAll(async () => {
  w = await testWorkspace();
  server = await serve(w);
  boss = server.as(await w.addMember(await w.addRole('administrator')));
  clerk = server.as(await w.addMember(await w.addRole({ '*': rightsOf('all') })));
});

const label = (text: string) => ({ vi: text, en: text });
const base = '/api/v1/settings/objects';

describe('an object made at run time', () => {
  it('is like the others at once: model, document, records, search, history', async () => {
    const made = await boss('POST', base, {
      key: 'vehicle',
      path: 'vehicles',
      label: label('Xe'),
      pluralLabel: label('Xe'),
      title: 'plate',
      search: ['plate'],
      fields: [
        { kind: 'text', key: 'plate', label: label('Biển số'), required: true },
        { kind: 'money', key: 'price', label: label('Giá') },
        { kind: 'relation', key: 'carries', label: label('Chở'), to: 'box' },
        {
          kind: 'select',
          key: 'fuel',
          label: label('Nhiên liệu'),
          options: [{ value: 'diesel', label: label('Dầu') }],
        },
      ],
    });
    expect(made).toMatchObject({ status: 201, json: { key: 'vehicle', archivedAt: null } });
    expect(made.headers.get('location')).toBe(`${base}/vehicle`);

    const box = (await boss('POST', '/api/v1/boxes', { name: 'Hộp' })).json;
    const record = await clerk('POST', '/api/v1/vehicles', {
      plate: '51C-123.45',
      price: { amount: '1250000', currency: 'VND' },
      carries: box.id,
      fuel: 'diesel',
    });
    expect(record).toMatchObject({
      status: 201,
      json: { carries: { id: box.id, title: 'Hộp' }, price: { amount: '1250000' } },
    });
    const model = (await clerk('GET', '/api/v1/model')).json;
    expect(model.objects.map(({ key }: { key: string }) => key)).toContain('vehicle');
    const document = (await clerk('GET', '/api/v1/openapi.json')).json;
    expect(document.paths).toHaveProperty(['/api/v1/vehicles/{id}']);
    expect(document.components.schemas.VehicleCreate.properties).toHaveProperty('fuel');
    const found = await clerk('GET', '/api/v1/search?q=51c');
    expect(found.json.items).toMatchObject([{ object: 'vehicle', id: record.json.id }]);
    const history = await clerk('GET', `/api/v1/vehicles/${record.json.id}/history`);
    expect(history.json.items).toMatchObject([{ action: 'create' }]);
  });

  it('gets fields, which are changed, put away and taken back', async () => {
    const fields = `${base}/box/fields`;
    const send = () =>
      boss(
        'POST',
        fields,
        { kind: 'text', key: 'shelf', label: label('Kệ') },
        { 'idempotency-key': 'one-shelf' },
      );
    const made = await send();
    expect((await send()).text).toBe(made.text);
    expect(made).toMatchObject({ status: 201, json: { key: 'shelf', object: 'box' } });
    const { json } = await boss('POST', '/api/v1/boxes', { name: 'a', shelf: 'A1' });
    expect(json.shelf).toBe('A1');
    const patched = await boss('PATCH', `${fields}/shelf`, { label: label('Giá') });
    expect(patched).toMatchObject({ status: 200, json: { label: { vi: 'Giá' } } });
    expect((await boss('DELETE', `${fields}/shelf`)).json.archivedAt).not.toBeNull();
    expect((await boss('GET', `/api/v1/boxes/${json.id}`)).json).not.toHaveProperty('shelf');
    expect((await boss('POST', `${fields}/shelf/restore`)).status).toBe(200);
    expect((await boss('GET', `/api/v1/boxes/${json.id}`)).json.shelf).toBe('A1');
    const history = await boss('GET', '/api/v1/settings/history?limit=1');
    expect(history.json.items).toMatchObject([{ setting: { field: 'shelf' } }]);
  });

  it('may not have a name that is taken or that the API needs', async () => {
    for (const path of ['boxes', 'search', 'settings', 'me']) {
      const answer = await boss('POST', base, {
        key: 'other',
        path,
        label: label('x'),
        pluralLabel: label('x'),
      });
      expect(answer).toMatchObject({ status: 422, json: { errors: [{ path: 'path' }] } });
    }
    for (const key of ['constructor', '__proto__', 'a b', 'x"; drop table box; --'])
      expect(
        (await boss('POST', `${base}/box/fields`, { kind: 'text', key, label: label('x') })).status,
      ).toBe(422);
  });
});

it('takes fields, names and layouts of an object in one request, and tells what it went on from is old', async () => {
  const make = await boss('POST', base, {
    key: 'garage',
    path: 'garages',
    label: label('Nhà xe'),
    pluralLabel: label('Nhà xe'),
  });
  const { revision } = make.json;
  const body = {
    revision,
    added: [{ kind: 'number', key: 'builtIn', label: label('Năm xây'), plain: true }],
    object: { list: ['name', 'builtIn'] },
    layouts: { everyone: { facts: ['builtIn'] } },
  };
  const path = `${base}/garage/design`;
  const saved = await boss('PUT', path, body);
  expect(saved).toMatchObject({ status: 200, json: { list: ['name', 'builtIn'] } });
  const late = await boss('PUT', path, body);
  expect(late).toMatchObject({
    status: 409,
    json: { code: 'stale', current: { revision: saved.json.revision } },
  });
  const wrong = { ...body, revision: saved.json.revision, object: { list: ['nothing'] } };
  expect(await boss('PUT', path, wrong)).toMatchObject({
    status: 422,
    json: { errors: [{ path: 'added.0.key', code: 'notUnique' }] },
  });
  expect((await clerk('PUT', path, wrong)).status).toBe(403);
});

it('tells what can be said of a field of each kind, and whether a name is free', async () => {
  const { items } = (await boss('GET', '/api/v1/settings/kinds')).json;
  expect(items).toContainEqual(
    expect.objectContaining({ kind: 'rating', options: { max: expect.anything() } }),
  );
  const names = (query: string) => boss('GET', `/api/v1/settings/names?${query}`);
  expect((await names('key=novel&path=novels')).status).toBe(204);
  expect(await names('key=box&path=boxes')).toMatchObject({
    status: 422,
    json: { errors: [{ path: 'key' }, { path: 'path' }] },
  });
  expect((await clerk('GET', '/api/v1/settings/kinds')).status).toBe(403);
});

describe('an object of the program', () => {
  const box = async (ask: TestClient) =>
    (await ask('GET', '/api/v1/model')).json.objects.find(
      ({ key }: { key: string }) => key === 'box',
    );

  it('is shaped beside its declaration, and given back', async () => {
    const path = `${base}/box`;
    const listed = (await boss('GET', base)).json.items;
    expect(listed.find(({ key }: { key: string }) => key === 'box')).toMatchObject({
      id: null,
      custom: false,
      changed: false,
      views: [],
    });
    const changed = await boss('PATCH', path, { label: label('Hòm'), search: ['name'] });
    expect(changed).toMatchObject({ status: 200, json: { changed: true, label: label('Hòm') } });
    const field = await boss('PATCH', `${path}/fields/notes`, { required: true });
    expect(field).toMatchObject({ status: 200, json: { custom: false, required: true } });
    expect(await box(clerk)).toMatchObject({ label: label('Hòm'), search: ['name'] });
    expect(await clerk('POST', '/api/v1/boxes', { name: 'a' })).toMatchObject({
      status: 422,
      json: { errors: [{ path: 'notes', code: 'required' }] },
    });
    const options = [{ value: 'pink', label: label('Hồng') }];
    const refused = await boss('PATCH', `${path}/fields/colour`, { options });
    expect(refused.json.errors.map((error: { path: string }) => error.path)).toEqual([
      'options.red',
      'options.green',
      'options.blue',
      'options.0.value',
    ]);
    expect((await boss('DELETE', path)).status).toBe(409);
    expect((await boss('DELETE', `${path}/fields/notes`)).status).toBe(409);
    const reset = await boss('POST', `${path}/reset`);
    expect(reset).toMatchObject({ status: 200, json: { changed: false, label: { vi: 'Hộp' } } });
    expect((await clerk('POST', '/api/v1/boxes', { name: 'a' })).status).toBe(201);
    expect((await boss('POST', `${base}/vehicle/reset`)).status).toBe(409);
  });

  it('is laid out for a role, which its model says without what is hidden from the reader', async () => {
    const shyRole = await w.addRole({
      '*': rightsOf('all', { fields: { serial: 'hidden', stars: 'read' } }),
    });
    const shy = server.as(await w.addMember(shyRole));
    const path = `${base}/box/layouts`;
    const definition = {
      facts: ['serial', 'pieces'],
      sections: [{ key: 'first', label: label('Trước'), fields: ['serial', 'name', 'pieces'] }],
      required: ['serial', 'stars', 'pieces'],
      hidden: ['notes'],
      related: ['toy.box'],
    };
    const put = await boss('PUT', `${path}/${shyRole}`, definition);
    expect(put).toMatchObject({ status: 200, json: { role: shyRole, definition } });
    const seen = await box(shy);
    expect(JSON.stringify(seen)).not.toContain('serial');
    expect(seen.layout).toMatchObject({
      facts: ['pieces'],
      required: ['pieces'],
      hidden: ['notes'],
      related: ['toy.box'],
      defaultView: null,
    });
    expect(seen.layout.sections[0]).toEqual({
      key: 'first',
      label: label('Trước'),
      fields: ['name', 'pieces'],
    });
    expect(seen).not.toHaveProperty('layouts');
    const pieces = (of: { fields: { key: string }[] }) =>
      of.fields.find(({ key }) => key === 'pieces');
    expect(pieces(seen)).toMatchObject({ required: true });
    expect(pieces(await box(clerk))).not.toHaveProperty('required');
    expect((await shy('POST', '/api/v1/boxes', { name: 'a' })).json.errors).toMatchObject([
      { path: 'pieces', code: 'required' },
    ]);
    expect((await boss('GET', path)).json).toMatchObject({
      items: [{ role: shyRole, definition }],
      derived: { required: [] },
    });
    expect((await boss('PUT', `${path}/everyone`, { facts: ['x'] })).json.errors).toMatchObject([
      { path: 'facts.0', code: 'unknownField' },
    ]);
    expect((await boss('PUT', `${path}/nobody`, {})).status).toBe(404);
    expect((await boss('DELETE', `${path}/${shyRole}`)).status).toBe(204);
    expect((await boss('DELETE', `${path}/${shyRole}`)).status).toBe(404);
    expect((await shy('POST', '/api/v1/boxes', { name: 'a' })).status).toBe(201);
  });
});

it('is for administrators only', async () => {
  const before = (await boss('GET', '/api/v1/model')).text;
  const body = { kind: 'text', key: 'mine', label: label('x') };
  expect((await clerk('POST', `${base}/box/fields`, body)).status).toBe(403);
  expect((await clerk('GET', base)).status).toBe(403);
  expect((await clerk('DELETE', `${base}/vehicle`)).status).toBe(403);
  expect((await clerk('PATCH', `${base}/box`, { label: label('x') })).status).toBe(403);
  expect((await clerk('POST', `${base}/box/reset`)).status).toBe(403);
  expect((await clerk('GET', `${base}/box/layouts`)).status).toBe(403);
  expect((await clerk('PUT', `${base}/box/layouts/everyone`, {})).status).toBe(403);
  expect((await clerk('DELETE', `${base}/box/layouts/everyone`)).status).toBe(403);
  expect((await boss('GET', '/api/v1/model')).text).toBe(before);
});
