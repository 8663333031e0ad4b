import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, expect, it } from 'vitest';
import { testWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import { registerModuleRoutes } from './module.routes.ts';
import { serve, type TestClient } from './testing/serve.ts';

let member: TestClient;

beforeAll(async () => {
  const workspace = await testWorkspace(declarations);
  const server = await serve(workspace, { routes: [registerModuleRoutes] });
  member = server.as(await workspace.addMember(await workspace.addRole('administrator')));
});

it('describes the standard objects and commands in a valid document', async () => {
  const { json: document } = await member('GET', '/api/v1/openapi.json');
  const result = await new Validator().validate(structuredClone(document));
  expect(result.errors ?? []).toEqual([]);
  const paths = Object.keys(document.paths);
  for (const { path } of declarations.objects) expect(paths).toContain(`/api/v1/${path}/{id}`);
  expect(paths).toContain('/api/v1/leads/{id}/convert');
  expect(paths).toContain('/api/v1/places/provinces/{code}/wards');
});

it('gives the model of every object with its sections, views and related lists', async () => {
  const { json } = await member('GET', '/api/v1/model');
  const account = json.objects.find(({ key }: { key: string }) => key === 'account');
  expect(account).toMatchObject({
    label: { vi: 'Khách hàng', en: 'Account' },
    sections: { identity: { vi: 'Thông tin chung' } },
    related: expect.arrayContaining(['contact.account', 'need.account']),
    views: expect.arrayContaining([expect.objectContaining({ key: 'mine' })]),
  });
});

it('knows a customer by words without accents', async () => {
  await member('POST', '/api/v1/contacts', { name: 'Nguyễn Văn Đức' });
  await member('POST', '/api/v1/accounts', { name: 'Công ty Đỗ Đức' });
  const titles = async (q: string) =>
    (await member('GET', `/api/v1/search?q=${encodeURIComponent(q)}`)).json.items.map(
      ({ title }: { title: string }) => title,
    );
  expect(await titles('nguyen van duc')).toEqual(['Nguyễn Văn Đức']);
  expect(await titles('DO DUC')).toEqual(['Công ty Đỗ Đức']);
});
