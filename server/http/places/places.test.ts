import { beforeAll, describe, expect, it } from 'vitest';
import { testWorkspace } from '#engine/testing/workspace.ts';
import { registerModuleRoutes } from '../module.routes.ts';
import { serve, type TestClient, type TestServer } from '../testing/serve.ts';

let server: TestServer;
let member: TestClient;

beforeAll(async () => {
  const workspace = await testWorkspace();
  server = await serve(workspace, { routes: [registerModuleRoutes] });
  member = server.as(await workspace.addMember(await workspace.addRole({})));
});

const get = async (path: string) => (await member('GET', `/api/v1/places/${path}`)).json;

describe('places', () => {
  it('are the provinces and wards of today', async () => {
    const { items } = await get('provinces');
    expect(items).toHaveLength(34);
    expect(items[0]).toEqual({
      code: '01',
      name: 'Hà Nội',
      fullName: 'Thành phố Hà Nội',
      kind: 'city',
      region: 'north',
      formerNames: [],
      shortNames: ['hn', 'hni'],
    });
    const wards = await get('provinces/79/wards');
    expect(wards.items).toHaveLength(168);
    expect(wards.items[0]).toMatchObject({ provinceCode: '79' });
    expect((await member('GET', '/api/v1/places/provinces/02/wards')).status).toBe(404);
  });

  it('include every country, Vietnam first', async () => {
    const { items } = await get('countries');
    expect(items.length).toBeGreaterThan(240);
    expect(items[0]).toEqual({ code: 'VN', name: { vi: 'Việt Nam', en: 'Vietnam' } });
  });

  it('are found without accents', async () => {
    const { items } = await get('search?q=dong%20da&limit=3');
    expect(items[0]).toMatchObject({ province: { code: '01' }, ward: { name: 'Đống Đa' } });
    expect(items.length).toBeLessThanOrEqual(3);
    expect((await get('search?q=ha%20noi')).items[0]).toMatchObject({ ward: null });
    expect((await member('GET', '/api/v1/places/search')).status).toBe(422);
  });

  it('are found by the names they had before July 2025', async () => {
    const provinces = (await get('provinces')).items as { name: string; formerNames: string[] }[];
    const former = (name: string) => provinces.find((each) => each.name === name)?.formerNames;
    expect(former('Hải Phòng')).toEqual(['Hải Dương']);
    expect(former('Hà Nội')).toEqual([]);
    const { items } = await get('search?q=phuong%20ben%20nghe');
    expect(items).toContainEqual(
      expect.objectContaining({
        was: 'Phường Bến Nghé, Quận 1',
        province: expect.objectContaining({ code: '79' }),
        ward: expect.objectContaining({ name: 'Sài Gòn' }),
      }),
    );
    const today = (await get('search?q=dong%20da&limit=1')).items[0];
    expect(today).toMatchObject({ was: null });
  });

  it('are named by their codes', async () => {
    const [{ ward }] = (await get('search?q=phuong%20dong%20da')).items;
    const { items } = await get(`wards?codes=${ward.code},00000`);
    expect(items).toMatchObject([{ ward: { name: 'Đống Đa' }, province: { code: '01' } }]);
  });

  it('are suggested for an address of before July 2025, never chosen', async () => {
    const answer = await member('POST', '/api/v1/places/parse', {
      text: '12 Lê Lợi, Phường Bến Nghé, Quận 1, TP.HCM',
    });
    expect(answer.json).toMatchObject({ line1: '12 Lê Lợi', province: { code: '79' } });
    const names = answer.json.candidates.map(({ ward }: { ward: { name: string } }) => ward.name);
    expect(names).toContain('Sài Gòn');
    const long = await member('POST', '/api/v1/places/parse', { text: 'x'.repeat(501) });
    expect(long).toMatchObject({ status: 422, json: { errors: [{ path: 'text' }] } });
  });

  it('are for people who have signed in', async () => {
    expect((await fetch(`${server.origin}/api/v1/places/provinces`)).status).toBe(401);
  });
});
