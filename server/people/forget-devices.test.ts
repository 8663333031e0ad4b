import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '#engine/actor.ts';
import { asMember } from '#engine/access/as-member.ts';
import { addDevice, listDevices } from '#engine/notices/push-devices.ts';
import { freshDatabase } from '#server/testing/database.ts';
import { addUser } from './command-line.ts';
import { testCompany, testServer, type TestServer } from './testing/test-people.ts';

let server: TestServer;
let company: { id: string; memberId: string };
let cookies: Record<string, string>;
let [lan, other]: [string, string] = ['', ''];
const password = 'Một cây làm chẳng nên non';
const lanAddress = 'lan@x.test';

const system = () => server.workspaces.context(company.id, systemActor('test'));

beforeAll(async () => {
  const database = await freshDatabase('devices');
  server = await testServer(database);
  company = await testCompany(server);
  ({ cookies } = await server.signIn());
  await addUser(server.workspaces, await system(), {
    email: lanAddress,
    name: 'Lan',
    role: 'employee',
    password,
  });
  const { items } = Object((await server.get('/api/v1/members', { cookies })).body);
  const idOf = (email: string) =>
    String(items.find((each: { email: string }) => each.email === email)?.id);
  [lan, other] = [idOf(lanAddress), company.memberId];
  return () => server.close();
});

let count = 0;
/** Both have a device; gives what is left of it after what is done. */
async function leftAfter(work: (theirs: Record<string, string>) => Promise<{ status: number }>) {
  const ctx = await system();
  const device = { p256dh: 'k', auth: 'a', name: 'Chrome' };
  for (const member of [lan, other]) {
    count += 1;
    await addDevice(asMember(ctx, member), { ...device, endpoint: `https://push.test/${count}` });
  }
  const signedIn = await server.signIn({ email: lanAddress, password });
  const before = (await listDevices(asMember(ctx, other))).length;
  expect((await work(signedIn.cookies)).status).toBeLessThan(300);
  expect(await listDevices(asMember(ctx, other))).toHaveLength(before);
  const rows = await ctx.tables
    .selectFrom('push_device')
    .select('id')
    .where('member_id', '=', lan)
    .execute();
  return rows.length;
}

describe('a device shows nothing any more', () => {
  it('when its person ends all other sessions', async () => {
    const end = (theirs: Record<string, string>) =>
      server.post('/api/auth/sessions/end-others', {}, { cookies: theirs });
    expect(await leftAfter(end)).toBe(0);
  });

  it('when an administrator signs them out everywhere', async () => {
    const end = () => server.post(`/api/v1/members/${lan}/end-sessions`, {}, { cookies });
    expect(await leftAfter(end)).toBe(0);
  });

  it('when the password is changed', async () => {
    const body = { currentPassword: password, newPassword: `${password} nữa` };
    const change = (theirs: Record<string, string>) =>
      server.post('/api/auth/change-password', body, { cookies: theirs });
    expect(await leftAfter(change)).toBe(0);
    const back = { currentPassword: `${password} nữa`, newPassword: password };
    const again = await server.signIn({ email: lanAddress, password: `${password} nữa` });
    await server.post('/api/auth/change-password', back, { cookies: again.cookies });
  });

  it('when its person is deactivated', async () => {
    const end = () =>
      server.post(`/api/v1/members/${lan}/deactivate`, { takeOver: other }, { cookies });
    expect(await leftAfter(end)).toBe(0);
  });
});
