import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '#server/testing/database.ts';
import type { Database } from '#server/database/database.ts';
import { addUser } from './command-line.ts';
import { deliverMail, testCompany, testServer, tokenOf } from './testing/test-people.ts';
import type { TestServer } from './testing/test-people.ts';

let database: Database;
let server: TestServer;
let company: { id: string; key: string; memberId: string };
let who: { email: string; password: string };
let count = 0;
/** The administrator's session. */
let cookies: Record<string, string>;
let roles: Record<string, string>;

const password = 'Một cây làm chẳng nên non';

beforeAll(async () => {
  database = await freshDatabase('members');
  server = await testServer(database);
  return () => server.close();
});

beforeEach(async () => {
  count += 1;
  who = { email: `giang${count}@x.test`, password: 'Ba cây chụm lại nên hòn núi cao' };
  company = await testCompany(server, who);
  await database.app.query('DELETE FROM core.attempt');
  ({ cookies } = await server.signIn(who));
  const { items } = Object((await server.get('/api/v1/roles', { cookies })).body);
  roles = Object.fromEntries(items.map((role: { key: string; id: string }) => [role.key, role.id]));
});

const call = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) =>
  server.call(method, `/api/v1${path}`, body, { cookies });

async function invite(body: object = {}) {
  const answer = await call('POST', '/invitations', {
    name: 'Trần Hà',
    email: `ha${count}@x.test`,
    roleId: roles['employee'],
    ...body,
  });
  const mails = await deliverMail(database);
  return { answer, mails, token: tokenOf(mails[0]), id: String(Object(answer.body).id) };
}

const accept = (token: string, body: object = {}, more = {}) =>
  server.post('/api/v1/invitations/accept', { token, name: 'Trần Hà', password, ...body }, more);

/** Somebody who accepted and signed in. */
async function colleague(role: string, email = `huy${count}@x.test`) {
  const { token, id } = await invite({ email, roleId: roles[role] });
  expect((await accept(token)).status).toBe(200);
  const signedIn = await server.signIn({ email, password });
  expect(signedIn.status).toBe(200);
  return { id, email, cookies: signedIn.cookies };
}

const history = async (object: string, id: string) => {
  const { rows } = await database.app.query(
    `SELECT action, actor_id, version FROM w_${company.key}.history
      WHERE object = $1 AND record_id = $2 ORDER BY id`,
    [object, id],
  );
  return rows;
};

describe('the list of members', () => {
  it('tells administrators when each was last here, and nobody else', async () => {
    const huy = await colleague('employee');
    const { id: pending } = await invite({ email: `mai${count}@x.test` });
    const seenBy = async (who: Record<string, string>) => {
      const { items } = Object((await server.get('/api/v1/members', { cookies: who })).body);
      return new Map<string, string | null>(
        items.map((one: { id: string; lastSeenAt: string | null }) => [one.id, one.lastSeenAt]),
      );
    };
    const seen = await seenBy(cookies);
    expect(Date.parse(seen.get(huy.id) ?? '')).toBeGreaterThan(Date.now() - 600_000);
    expect(seen.get(pending)).toBeNull();
    expect([...(await seenBy(huy.cookies)).values()]).toEqual([null, null, null]);
  });
});

describe('an invitation', () => {
  it('comes by mail in the language of the person, and works once', async () => {
    const { answer, mails, token, id } = await invite({
      language: 'en',
      email: `Ha${count}@X.test`,
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ pending: true, active: true, email: `ha${count}@x.test` });
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: `ha${count}@x.test` });
    expect(mails[0]?.text).toContain('Nguyễn An invites you to work at Công ty An');
    expect(mails[0]?.link).toMatch(/^http:\/\/crm\.test\/invitation#token=[\w-]{43}$/);
    const { rows } = await database.app.query('SELECT token_hash FROM core.invitation');
    expect(JSON.stringify(rows)).not.toContain(token);

    const look = await server.post('/api/v1/invitations/look', { token });
    expect(look.body).toMatchObject({ workspace: 'Công ty An', signIn: false });
    const accepted = await Promise.all(Array.from({ length: 5 }, () => accept(token)));
    expect(accepted.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(accepted.filter(({ status }) => status === 400)).toHaveLength(4);
    expect((await accept(token)).status).toBe(400);
    const signedIn = await server.signIn({ email: `ha${count}@x.test`, password });
    const me = await server.get('/api/v1/me', { cookies: signedIn.cookies });
    expect(me.body).toMatchObject({ id, role: { administrator: false }, language: 'en' });
    expect((await history('member', id)).map(({ action }) => action)).toEqual([
      'invite',
      'acceptInvitation',
    ]);
  });

  it('is sent again only to somebody who has not accepted, and who is there', async () => {
    const { token, id } = await invite();
    expect((await accept(token)).status).toBe(200);
    expect((await call('POST', `/members/${id}/invite-again`)).status).toBe(422);
    const nobody = '0198a5b2-0000-7000-8000-000000000001';
    expect((await call('POST', `/members/${nobody}/invite-again`)).status).toBe(404);
  });

  it('is sent once, and teams and roles are made once, however often the request is repeated', async () => {
    const rights = {};
    const bodies = {
      '/invitations': { name: 'Trần Hà', email: `ha${count}@x.test`, roleId: roles['employee'] },
      '/teams': { name: 'Kho' },
      '/roles': { name: 'Kế toán', rights },
    };
    for (const [path, body] of Object.entries(bodies)) {
      const more = { cookies, headers: { 'idempotency-key': `once${path}` } };
      const send = () => server.post(`/api/v1${path}`, body, more);
      const first = await send();
      expect(first.status).toBe(201);
      const again = await send();
      expect(again.headers).toMatchObject({ 'idempotent-replayed': 'true' });
      expect([again.status, again.text]).toEqual([201, first.text]);
      expect(again.headers['location']).toBe(first.headers['location']);
    }
    expect(await deliverMail(database)).toHaveLength(1);
  });

  it('is void after three days, and when another was sent', async () => {
    const { token, id } = await invite();
    const { rows } = await database.app.query(
      `SELECT round(extract(epoch FROM expires_at - now()) / 3600) AS hours FROM core.invitation
        ORDER BY created_at DESC LIMIT 1`,
    );
    expect(Number(rows[0].hours)).toBe(72);
    expect((await call('POST', `/members/${id}/invite-again`)).status).toBe(204);
    const again = tokenOf((await deliverMail(database))[0]);
    expect((await accept(token)).status).toBe(400);
    await database.app.query(`UPDATE core.invitation SET expires_at = now() - interval '1 s'`);
    expect((await accept(again)).status).toBe(400);
  });

  it('asks for a password that is good enough', async () => {
    const { token } = await invite();
    expect((await accept(token, { password: 'matkhau123456' })).status).toBe(422);
    expect((await accept(token, { password: undefined })).status).toBe(422);
    expect((await accept(token)).status).toBe(200);
  });

  it('lets a person of another workspace in only when they are signed in', async () => {
    const other = { ...who, email: `khoa${count}@x.test` };
    const elsewhere = await testCompany(server, other);
    const { token, id } = await invite({ email: other.email });
    expect((await accept(token)).status).toBe(401);
    expect((await accept(token, {}, { cookies })).status).toBe(401);
    const theirs = await server.signIn(other);
    expect((await accept(token, {}, { cookies: theirs.cookies })).status).toBe(200);
    expect((await server.signIn({ ...other, password })).status).toBe(401);
    const headers = { 'x-workspace': company.key };
    const me = await server.get('/api/v1/me', { cookies: theirs.cookies, headers });
    expect(me.body).toMatchObject({ id, role: { administrator: false } });
    const { workspaces } = Object(me.body);
    expect(workspaces.map(({ key }: { key: string }) => key).toSorted()).toEqual(
      [company.key, elsewhere.key].toSorted(),
    );
  });

  it('names everything that is wrong at once, and sends nothing', async () => {
    const nowhere = '0198a5b2-0000-7000-8000-000000000001';
    const { answer, mails } = await invite({
      email: who.email,
      roleId: nowhere,
      teamIds: [nowhere],
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      errors: [
        { path: 'email', code: 'notUnique' },
        { path: 'roleId', code: 'notFound' },
        { path: 'teamIds.0', code: 'notFound' },
      ],
    });
    expect(mails).toEqual([]);
    const bad = await invite({ name: 'An\r\nBcc: v@y.test', extra: 1 });
    expect(bad.answer.status).toBe(422);
    expect(Object(bad.answer.body).errors.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['name', 'extra']),
    );
  });

  it('is an administrator’s to send', async () => {
    const manager = await colleague('manager');
    const answer = await server.post(
      '/api/v1/invitations',
      { name: 'Lan', email: 'lan@x.test', roleId: roles['administrator'] },
      { cookies: manager.cookies },
    );
    expect(answer.status).toBe(403);
    const self = await server.call(
      'PATCH',
      `/api/v1/members/${manager.id}`,
      { roleId: roles['administrator'] },
      { cookies: manager.cookies },
    );
    expect(self.status).toBe(403);
    expect((await server.get('/api/v1/roles', { cookies: manager.cookies })).status).toBe(403);
    expect((await server.get('/api/v1/members', { cookies: manager.cookies })).status).toBe(200);
  });
});

describe('a member', () => {
  it('is changed again when another change stood in the way', async () => {
    await database.owner.query(`
      CREATE SEQUENCE w_${company.key}.tries;
      GRANT USAGE ON SEQUENCE w_${company.key}.tries TO PUBLIC;
      CREATE FUNCTION w_${company.key}.in_the_way() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('w_${company.key}.tries') < 3 THEN
          RAISE EXCEPTION 'in the way' USING ERRCODE = '40P01';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER in_the_way BEFORE UPDATE ON w_${company.key}.member
        FOR EACH ROW EXECUTE FUNCTION w_${company.key}.in_the_way()`);
    const renamed = await call('PATCH', `/members/${company.memberId}`, { name: 'An Nhiên' });
    expect(renamed).toMatchObject({ status: 200, body: { name: 'An Nhiên' } });
  });

  it('has new rights with the next request, in another process too', async () => {
    const other = await testServer(database);
    const lan = await colleague('employee');
    const rolesAs = (at: TestServer) => at.get('/api/v1/roles', { cookies: lan.cookies });
    expect((await rolesAs(other)).status).toBe(403);
    const promoted = await call('PATCH', `/members/${lan.id}`, { roleId: roles['administrator'] });
    expect(promoted.status).toBe(200);
    expect((await rolesAs(server)).status).toBe(200);
    await expect.poll(async () => (await rolesAs(other)).status, { timeout: 5000 }).toBe(200);
    await call('PATCH', `/members/${lan.id}`, { roleId: roles['employee'] });
    expect((await rolesAs(server)).status).toBe(403);
    expect((await history('member', lan.id)).at(-1)).toEqual({
      action: 'update',
      actor_id: company.memberId,
      version: 4,
    });
    await other.close();
  });

  it('who is the last administrator can neither be demoted nor deactivated', async () => {
    const lan = await colleague('employee');
    await invite({ email: `pending${count}@x.test`, roleId: roles['administrator'] });
    const demoted = await call('PATCH', `/members/${company.memberId}`, {
      roleId: roles['employee'],
    });
    expect(demoted.status).toBe(409);
    const gone = await call('POST', `/members/${company.memberId}/deactivate`, {
      takeOver: lan.id,
    });
    expect(gone.status).toBe(409);
    expect((await call('GET', `/members/${company.memberId}`)).body).toMatchObject({
      active: true,
      roleId: roles['administrator'],
    });
  });

  it('and another administrator cannot both be demoted at once', async () => {
    const lan = await colleague('administrator');
    const answers = await Promise.all([
      call('PATCH', `/members/${company.memberId}`, { roleId: roles['employee'] }),
      call('PATCH', `/members/${lan.id}`, { roleId: roles['employee'] }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it('who is deactivated is out everywhere at once, and back when reactivated', async () => {
    const other = await testServer(database);
    const lan = await colleague('employee');
    const made = await server.post(
      '/api/v1/api-keys',
      { name: 'Máy tính tiền', scopes: ['read'] },
      { cookies: lan.cookies },
    );
    const { key } = Object(made.body);
    const headers = { authorization: `Bearer ${key}` };
    for (const at of [server, other]) {
      expect((await at.get('/api/v1/me', { cookies: lan.cookies })).status).toBe(200);
      expect((await at.get('/api/v1/me', { headers })).status).toBe(200);
    }
    const deactivate = (takeOver: string) =>
      call('POST', `/members/${lan.id}/deactivate`, { takeOver });
    expect((await deactivate(lan.id)).status).toBe(422);
    expect((await deactivate('0198a5b2-0000-7000-8000-000000000001')).status).toBe(422);
    expect((await deactivate(company.memberId)).body).toMatchObject({ active: false });
    expect((await deactivate(company.memberId)).status).toBe(409);
    for (const at of [server, other]) {
      const me = async (more: object) => (await at.get('/api/v1/me', more)).status;
      await expect.poll(() => me({ cookies: lan.cookies }), { timeout: 2000 }).toBe(401);
      await expect.poll(() => me({ headers }), { timeout: 2000 }).toBe(401);
    }
    expect((await server.signIn({ email: lan.email, password })).status).toBe(401);

    expect((await call('POST', `/members/${lan.id}/reactivate`)).body).toMatchObject({
      active: true,
    });
    const again = await server.signIn({ email: lan.email, password });
    expect((await server.get('/api/v1/me', { cookies: again.cookies })).status).toBe(200);
    expect((await server.get('/api/v1/me', { headers })).status).toBe(401);
    expect((await history('member', lan.id)).map(({ action }) => action)).toEqual([
      'invite',
      'acceptInvitation',
      'deactivate',
      'reactivate',
    ]);
    await other.close();
  });

  it('is signed out everywhere by an administrator alone, who stays signed in', async () => {
    const lan = await colleague('employee');
    const end = (id: string, who = cookies) =>
      server.post(`/api/v1/members/${id}/end-sessions`, {}, { cookies: who });
    const meAs = async (who: Record<string, string>) =>
      (await server.get('/api/v1/me', { cookies: who })).status;
    expect((await end(company.memberId, lan.cookies)).status).toBe(403);
    const phone = await server.signIn({ email: lan.email, password });
    expect((await end(lan.id)).status).toBe(204);
    expect([await meAs(lan.cookies), await meAs(phone.cookies)]).toEqual([401, 401]);
    expect((await history('member', lan.id)).at(-1)).toMatchObject({
      action: 'endSessions',
      actor_id: company.memberId,
    });
    expect((await server.signIn({ email: lan.email, password })).status).toBe(200);
    const elsewhere = await server.signIn(who);
    expect((await end(company.memberId)).status).toBe(204);
    expect([await meAs(cookies), await meAs(elsewhere.cookies)]).toEqual([200, 401]);
  });

  it('changes their own name, language and time zone, and nothing else', async () => {
    const lan = await colleague('employee');
    const patch = (body: object) =>
      server.call('PATCH', '/api/v1/me', body, { cookies: lan.cookies });
    const good = { name: 'Lan Ngọc', language: 'en', timeZone: 'Europe/Paris' };
    expect((await patch(good)).body).toMatchObject(good);
    const bad = await patch({ timeZone: 'Mars/Base', roleId: roles['administrator'] });
    expect(bad.status).toBe(422);
    expect(bad.body).toMatchObject({
      errors: expect.arrayContaining([
        expect.objectContaining({ path: 'timeZone', code: 'badTimeZone' }),
        expect.objectContaining({ path: 'roleId', code: 'unknownField' }),
      ]),
    });
  });

  it('is called by the administrators of a company only there what they like', async () => {
    const lan = await colleague('employee');
    const nameBeyond = async () => {
      const { rows } = await database.app.query('SELECT name FROM core."user" WHERE email = $1', [
        lan.email,
      ]);
      return rows[0].name;
    };
    const renamed = await call('PATCH', `/members/${lan.id}`, { name: 'Chị Lan kho' });
    expect(renamed.body).toMatchObject({ name: 'Chị Lan kho' });
    expect(await nameBeyond()).toBe('Trần Hà');
    const own = { name: 'Lan Ngọc' };
    await server.call('PATCH', '/api/v1/me', own, { cookies: lan.cookies });
    expect(await nameBeyond()).toBe('Lan Ngọc');
  });

  it('is added by the command line with a password, beside a running server', async () => {
    const ctx = await server.workspaces.context(company.id, {
      kind: 'system',
      reason: 'command line',
      language: 'vi',
      timeZone: 'Asia/Ho_Chi_Minh',
    });
    const email = `mai${count}@x.test`;
    const person = { name: 'Mai', email, password, role: 'manager' };
    const { memberId } = await addUser(server.workspaces, ctx, person);
    const signedIn = await server.signIn({ email, password });
    expect((await server.get('/api/v1/me', { cookies: signedIn.cookies })).body).toMatchObject({
      id: memberId,
      role: { name: 'Quản lý' },
    });
    await expect(addUser(server.workspaces, ctx, person)).rejects.toMatchObject({
      errors: [{ path: 'email', code: 'notUnique' }],
    });
  });
});
