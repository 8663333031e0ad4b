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

it('is for administrators only', async () => {
  const before = (await boss('GET', '/api/v1/model')).text;
  const body = { kind: 'text', key: 'mine', label: label('x') };
  expect((await clerk('POST', `${base}/box/fields`, body)).status).toBe(403);
  expect((await clerk('GET', base)).status).toBe(403);
  expect((await clerk('DELETE', `${base}/vehicle`)).status).toBe(403);
  expect((await boss('GET', '/api/v1/model')).text).toBe(before);
});
