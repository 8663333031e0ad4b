import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '#engine/actor.ts';
import { listWorkspaceHistory } from '#engine/history/list-workspace-history.ts';
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
  database = await freshDatabase('company');
  server = await testServer(database);
  return () => server.close();
});

const password = 'Có công mài sắt có ngày nên kim';
const path = '/api/v1/workspace';
beforeEach(async () => {
  count += 1;
  const who = { email: `chu${count}@x.test`, password };
  company = await testCompany(server, who);
  await database.app.query('DELETE FROM core.attempt');
  ({ cookies } = await server.signIn(who));
});

const system = () => server.workspaces.context(company.id, systemActor('test'));
const patch = (body: object) => server.call('PATCH', path, body, { cookies });
const body = async (address: string) => Object((await server.get(address, { cookies })).body);

describe('the company', () => {
  it('is called and reckons as its administrator says, from the next request on', async () => {
    const before = await body(path);
    const answer = await patch({ name: ' Mộc Lan ', timeZone: 'Asia/Tokyo', language: 'en' });
    expect(answer).toMatchObject({
      status: 200,
      body: { ...before, name: 'Mộc Lan', timeZone: 'Asia/Tokyo', language: 'en' },
    });
    expect(await body(path)).toEqual(answer.body);
    expect((await body('/api/v1/me')).workspace).toEqual(answer.body);
    // What was not named stays as it is kept.
    expect((await patch({ language: 'vi' })).body).toMatchObject({
      name: 'Mộc Lan',
      timeZone: 'Asia/Tokyo',
      currency: before.currency,
    });
  });

  it('has its changes in the history, and nothing for what stays the same', async () => {
    await patch({ name: 'Sông Hàn' });
    await patch({ name: 'Sông Hàn', timeZone: 'Asia/Ho_Chi_Minh' });
    const { items } = await listWorkspaceHistory(await system(), { object: 'setting.company' });
    expect(items).toMatchObject([
      {
        kind: 'setting',
        action: 'update',
        actor: { id: company.memberId },
        record: { object: 'setting.company', id: company.id, title: 'Sông Hàn' },
        changes: { name: [expect.any(String), 'Sông Hàn'] },
      },
    ]);
  });

  it('is refused with every mistake at once; the currency of what is counted already stays', async () => {
    const bad = await patch({ name: ' ', timeZone: 'Asia/Nowhere', language: 'fr' });
    expect(bad.status).toBe(422);
    const paths = Object(bad.body).errors.map((each: { path: string }) => each.path);
    expect(paths.toSorted()).toEqual(['language', 'name', 'timeZone']);
    expect((await patch({ currency: 'USD' })).status).toBe(422);
  });

  it('is seen by every member and changed by administrators only', async () => {
    const who = { name: 'Thợ', email: `tho${count}@x.test`, password, role: 'employee' };
    await addUser(server.workspaces, await system(), who);
    const clerk = (await server.signIn(who)).cookies;
    expect((await server.get(path, { cookies: clerk })).status).toBe(200);
    const answer = await server.call('PATCH', path, { name: 'X' }, { cookies: clerk });
    expect(answer.status).toBe(403);
  });
});
