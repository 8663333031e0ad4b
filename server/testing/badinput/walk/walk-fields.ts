import { expectStatus } from '../people.ts';
import { textMember } from '../send.ts';
import type { World } from '../world.ts';

const mark = 'mậtkhôngaibiết';

/** Everywhere a field could be seen, asked about or changed, as somebody from whom it is hidden. */
export async function walkHiddenFields(world: World): Promise<string[]> {
  const { admin, blind } = world.people;
  const values = { name: 'Công ty Kín', notes: mark, potential: 'a' };
  const made = await world.ask(admin, 'POST', '/api/v1/accounts', values);
  expectStatus(made, 201);
  const account = `/api/v1/accounts/${textMember(made.json, 'id')}`;
  expectStatus(await world.ask(admin, 'PATCH', account, { notes: `${mark} 2` }), 200);
  const found: string[] = [];
  const read = [
    account,
    `${account}/history`,
    `${account}/timeline`,
    '/api/v1/accounts?limit=200',
    '/api/v1/accounts/export?format=csv',
    '/api/v1/accounts/export?format=csv&keys=true',
    '/api/v1/model',
    '/api/v1/openapi.json',
    '/api/v1/duplicates?object=account',
  ];
  for (const path of read) {
    const { status, text } = await world.ask(blind, 'GET', path);
    if (status !== 200) found.push(`${path} answers ${status}`);
    const object = path.startsWith('/api/v1/accounts');
    if (text.includes(mark) || (object && text.includes('potential')))
      found.push(`${path} shows it`);
  }
  const where = encodeURIComponent(JSON.stringify({ field: 'notes', op: 'contains', value: mark }));
  const asked = [
    `/api/v1/accounts?where=${where}`,
    '/api/v1/accounts?sort=potential',
    '/api/v1/accounts?fields=name,notes',
    '/api/v1/accounts/export?format=csv&columns=name,notes',
    `/api/v1/accounts/export?format=csv&where=${where}`,
  ];
  for (const path of asked) {
    const { status } = await world.ask(blind, 'GET', path);
    if (status !== 422) found.push(`${path} answers ${status}`);
  }
  for (const body of [
    { groupBy: [{ field: 'potential' }], measures: [{ fn: 'count' }] },
    { measures: [{ fn: 'count' }], where: { field: 'potential', op: 'eq', value: 'a' } },
  ]) {
    const { status } = await world.ask(blind, 'POST', '/api/v1/accounts/aggregate', body);
    if (status !== 422) found.push(`aggregate answers ${status} for ${JSON.stringify(body)}`);
  }
  const q = encodeURIComponent(mark);
  for (const path of [`/api/v1/search?q=${q}`, `/api/v1/accounts?q=${q}`]) {
    const { text } = await world.ask(blind, 'GET', path);
    if (text.includes('Công ty Kín')) found.push(`${path} finds by it`);
  }
  return found;
}
