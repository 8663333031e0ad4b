import Fastify, { type InjectOptions } from 'fastify';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { memoryFiles } from '#engine/testing/memory-files.ts';
import { createWorkspaces } from '#engine/workspaces.ts';
import { declarations } from '#modules';
import type { Config } from '#server/config.ts';
import type { Database } from '#server/database/database.ts';
import { registerPeopleRoutes } from '#server/http/people/index.ts';
import { registerInvitationLinkRoutes } from '#server/http/people/invitation-link.routes.ts';
import { sessionCookieName } from '#server/people/auth.ts';
import { forgotPassword } from '#server/people/forgot-password.ts';
import { createPeople } from '#server/people/people.ts';
import { newSetupToken } from '#server/setup/setup-token.ts';
import { freshDatabase } from '#server/testing/database.ts';
import { silentLog } from '#server/testing/silent-log.ts';
import { createApp } from '../create-app.ts';
import { registerSampleRoutes } from './sample.routes.ts';
import { registerSetupRoutes } from './setup.routes.ts';

type Listening = Pick<Config, 'publicUrl' | 'host' | 'trustProxy' | 'smtpUrl'>;
const loopback: Listening = {
  publicUrl: undefined,
  host: '127.0.0.1',
  trustProxy: [],
  smtpUrl: undefined,
};
const network: Listening = { ...loopback, host: '0.0.0.0' };

const form = {
  company: {
    name: 'Quà tặng Mộc Lan',
    currency: 'VND',
    timeZone: 'Asia/Ho_Chi_Minh',
    language: 'vi',
  },
  administrator: {
    name: 'Phạm Thu Trang',
    email: 'Trang@x.test',
    password: 'Chuồn chuồn bay thấp',
  },
  start: 'empty',
};
const sampleForm = { ...form, start: 'sample', sample: 'gift-shop' };

interface Sent {
  cookie?: string;
  from?: string;
  headers?: Record<string, string>;
}

/** A server process over a database; by default asked from its own machine. */
async function serveSetup(database: Database, listening = loopback) {
  const workspaces = createWorkspaces(database, declarations, memoryFiles(), silentLog);
  const { log } = Fastify({ logger: { level: 'silent' } });
  const publicUrl = listening.publicUrl ?? 'http://127.0.0.1:3000';
  const appSecret = 'a secret of the tests, long enough';
  const people = await createPeople({ database, workspaces, publicUrl, appSecret, log: silentLog });
  const deps = { people, config: listening };
  const app = await createApp({
    config: listening,
    log,
    workspaces,
    identify: people.identify,
    sessionCookie: sessionCookieName(publicUrl),
    health: { ready: async () => undefined, metricsToken: undefined },
    routes: [
      (server) => registerPeopleRoutes(server, people),
      (server) => registerInvitationLinkRoutes(server, deps),
      (server) => registerSetupRoutes(server, deps),
      (server) => registerSampleRoutes(server, deps),
    ],
  });
  onTestFinished(async () => {
    await app.close();
    await people.close();
  });
  const call = async (
    method: NonNullable<InjectOptions['method']>,
    url: string,
    body?: object,
    { cookie, from = '127.0.0.1', headers }: Sent = {},
  ) => {
    const response = await app.inject({
      method,
      url: `/api/v1/${url}`,
      remoteAddress: from,
      headers: { host: '127.0.0.1:3000', ...(cookie && { cookie }), ...headers },
      ...(body && { payload: body }),
    });
    const [set = ''] = [response.headers['set-cookie'] ?? []].flat();
    return { status: response.statusCode, body: JSON.parse(response.body || 'null'), set };
  };
  return {
    people,
    get: (url: string, sent?: Sent) => call('GET', url, undefined, sent),
    post: (url: string, body: object, sent?: Sent) => call('POST', url, body, sent),
    patch: (url: string, body: object, sent?: Sent) => call('PATCH', url, body, sent),
  };
}

const cookieOf = (set: string) => set.split(';')[0] ?? '';
const elsewhere = { from: '192.0.2.7', headers: { host: '192.0.2.1:3000' } };

describe('the first run', () => {
  it('makes one company, signs its administrator in, and is over', async () => {
    const server = await serveSetup(await freshDatabase('setup'));
    expect((await server.get('setup')).body).toEqual({
      needed: true,
      tokenNeeded: false,
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      demo: null,
    });
    const made = await server.post('setup', form);
    expect(made).toMatchObject({
      status: 201,
      body: {
        workspace: { key: 'qua_tang_moc_lan', name: 'Quà tặng Mộc Lan' },
        start: 'empty',
        sample: null,
      },
    });
    const me = await server.get('me', { cookie: cookieOf(made.set) });
    expect(me.body).toMatchObject({
      name: 'Phạm Thu Trang',
      email: 'trang@x.test',
      role: { administrator: true },
      workspace: { currency: 'VND', language: 'vi' },
    });
    expect((await server.get('setup')).body).toMatchObject({ needed: false, demo: null });
    expect(await server.post('setup', form)).toMatchObject({
      status: 409,
      body: { code: 'setupDone' },
    });
  });

  it('takes one of two that come at the same time, also of the same name', async () => {
    for (const other of [form, { ...form, company: { ...form.company, name: 'Khác' } }]) {
      const database = await freshDatabase('setup_race');
      const [one, two] = [await serveSetup(database), await serveSetup(database)];
      const both = await Promise.all([
        one.post('setup', form),
        two.post('setup', {
          ...other,
          administrator: { ...form.administrator, email: 'b@x.test' },
        }),
      ]);
      expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
      const { rows } = await database.app.query<{ w: string; u: string }>(
        'select (select count(*) from core.workspace) as w, (select count(*) from core."user") as u',
      );
      expect(rows.map(({ w, u }) => [Number(w), Number(u)])).toEqual([[1, 1]]);
    }
  });

  it('says everything that is wrong at once, and makes nothing', async () => {
    const server = await serveSetup(await freshDatabase('setup_errors'));
    const answer = await server.post('setup', {
      company: { name: ' ', currency: 'XXX1', timeZone: 'Hà Nội', language: 'fr' },
      administrator: { name: '', email: 'không phải', password: 'ngắn' },
      start: 'sample',
    });
    expect(answer.status).toBe(422);
    expect(
      answer.body.errors.map(({ path, code }: Record<string, string>) => `${path} ${code}`),
    ).toEqual([
      'company.name required',
      'company.currency badCurrency',
      'company.timeZone badTimeZone',
      'company.language notAnOption',
      'administrator.name required',
      'administrator.email badEmail',
      'administrator.password tooShort',
      'sample required',
    ]);
    expect(answer.body.errors[6].message).toContain('12');
    expect((await server.get('setup')).body.needed).toBe(true);
  });

  it('begins with a sample company when that was chosen, and with nothing when it fails', async () => {
    const server = await serveSetup(await freshDatabase('setup_sample'));
    expect((await server.post('setup', { ...sampleForm, sample: 'bakery' })).status).toBe(422);
    const made = await server.post('setup', sampleForm);
    expect(made.status).toBe(201);
    expect(made.body.sample).toMatchObject({
      sample: 'gift-shop',
      counts: { members: 9, teams: 3, fields: 2 },
    });
    const accounts = await server.get('accounts?limit=1', { cookie: cookieOf(made.set) });
    expect(accounts.body.total.value).toBe(made.body.sample.counts.records.account);
  });
});

describe('over a network', () => {
  it.each([
    ['listening for others', network, {}],
    [
      'behind a name',
      { ...loopback, publicUrl: 'https://crm.test' },
      { headers: { host: 'crm.test' } },
    ],
    ['behind a proxy that is named', { ...loopback, trustProxy: ['127.0.0.1'] }, {}],
    ['behind a proxy that is not named', loopback, { headers: { 'x-forwarded-for': '192.0.2.7' } }],
    ['asked by an address of the machine', loopback, { headers: { host: '192.0.2.1:3000' } }],
    ['asked from elsewhere', loopback, { from: '192.0.2.7' }],
  ])('takes the printed code: %s', async (_, listening, sent: Sent) => {
    const server = await serveSetup(await freshDatabase('setup_token'), listening);
    const token = await newSetupToken(server.people.core);
    expect((await server.get('setup', sent)).body).toMatchObject({
      needed: true,
      tokenNeeded: true,
    });
    for (const wrong of [{}, { token: `${token}x` }, { token: '' }])
      expect(await server.post('setup', { ...form, ...wrong }, sent)).toMatchObject({
        status: 403,
        body: { code: 'setupToken' },
      });
    // What was typed wrong does not use the code up.
    const mistaken = { ...form, start: 'later', token };
    expect((await server.post('setup', mistaken, sent)).status).toBe(422);
    expect((await server.post('setup', { ...form, token }, sent)).status).toBe(201);
    const { rows } = await server.people.workspaces.database.app.query(
      'select * from core.setup_token',
    );
    expect(rows).toEqual([]);
    expect((await server.get('setup', sent)).body).toEqual({
      needed: false,
      tokenNeeded: false,
      version: '',
      demo: null,
    });
  });

  it('looks at a few wrong codes only, and keeps none of the right ones readable', async () => {
    const server = await serveSetup(await freshDatabase('setup_limit'), network);
    const token = await newSetupToken(server.people.core);
    const { rows } = await server.people.workspaces.database.app.query(
      'select * from core.setup_token',
    );
    expect(JSON.stringify(rows)).not.toContain(token);
    const answers = [];
    for (let i = 0; i < 12; i += 1)
      answers.push(await server.post('setup', { ...form, token: `wrong ${i}` }, elsewhere));
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(10).fill(403), 429, 429]);
    expect((await server.post('setup', { ...form, token }, elsewhere)).status).toBe(429);
    const other = { ...elsewhere, from: '198.51.100.9' };
    expect((await server.post('setup', { ...form, token }, other)).status).toBe(201);
  });
});

it('shows the link of an invitation on this machine without a mail server, and nowhere else', async () => {
  const database = await freshDatabase('invitation_link');
  const server = await serveSetup(database);
  const cookie = cookieOf((await server.post('setup', form)).set);
  const { items } = (await server.get('roles', { cookie })).body;
  const roleId = items.find(({ key }: { key: string }) => key === 'employee').id;
  const mai = { name: 'Lê Thị Mai', email: 'mai@x.test', roleId };
  const { id } = (await server.post('invitations', mai, { cookie })).body;
  const { status, body } = await server.post(`members/${id}/invitation-link`, {}, { cookie });
  expect(status).toBe(200);
  const token = new URL(body.link).hash.replace('#token=', '');
  expect((await server.post('invitations/look', { token })).body).toMatchObject({
    email: mai.email,
  });

  const mailing = { ...loopback, smtpUrl: 'smtps://mail.test' };
  for (const [listening, sent] of [
    [network, {}],
    [mailing, {}],
    [loopback, { headers: { 'x-forwarded-for': '192.0.2.7' } }],
  ] as const) {
    const other = await serveSetup(database, listening);
    expect(
      await other.post(`members/${id}/invitation-link`, {}, { cookie, ...sent }),
    ).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  }
});

describe('the people of a sample company', () => {
  let database: Database;
  let boss: string;
  let serve: (listening?: Listening) => ReturnType<typeof serveSetup>;
  beforeAll(async () => {
    database = await freshDatabase('sample_people');
    serve = (listening) => serveSetup(database, listening);
  });

  it('are tried by one click on this machine, each with their own rights', async () => {
    const server = await serve();
    expect((await server.post('sample/sign-in', { role: 'manager' })).status).toBe(404);
    const made = await server.post('setup', sampleForm);
    boss = cookieOf(made.set);
    const { demo } = (await server.get('setup')).body;
    expect(demo).toMatchObject({ sample: 'gift-shop', company: 'Quà tặng Mộc Lan' });
    expect(demo.roles).toEqual([
      { key: 'administrator', name: 'Đinh Thuỳ Dương', title: expect.anything() },
      { key: 'manager', name: 'Đỗ Quỳnh Anh', title: expect.anything() },
      { key: 'employee', name: 'Lê Minh Khuê', title: { vi: 'Nhân viên', en: 'Employee' } },
    ]);
    const totals = [];
    for (const { key, name } of demo.roles) {
      const { status, body, set } = await server.post('sample/sign-in', { role: key });
      expect([status, body]).toEqual([200, { next: '/' }]);
      expect(set).toMatch(
        /^duyen\.session_token=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
      );
      const cookie = cookieOf(set);
      expect((await server.get('me', { cookie })).body).toMatchObject({ name });
      totals.push((await server.get('accounts?limit=1', { cookie })).body.total.value);
    }
    expect(new Set(totals).size).toBe(3);
  });

  it('have no password, and get none by asking for one', async () => {
    const server = await serve();
    const { items } = (await server.get('members', { cookie: boss })).body;
    const marked = items.filter(({ sample }: { sample: boolean }) => sample);
    expect(marked).toHaveLength(9);
    const { rows } = await database.app.query<{ email: string }>(
      `select email from core."user" u where email like '%sample.invalid' and not exists (select from core.account a where a.user_id = u.id)`,
    );
    expect(rows).toHaveLength(9);
    for (const { email } of rows)
      await forgotPassword(server.people, { headers: {}, ip: '127.0.0.1' }, email);
    await server.people.settled();
    const asked = await database.app.query('select 1 from core.verification');
    expect(asked.rows).toEqual([]);
    for (const { email } of marked) expect(rows.map((row) => row.email)).not.toContain(email);
  });

  it('are not there for others, unless the administrator says so, and then never who may do everything', async () => {
    const here = await serve();
    const server = await serve(network);
    const roles = ['administrator', 'manager', 'employee'];
    const tried = async (sent: Sent) =>
      Promise.all(
        roles.map(async (role) => (await server.post('sample/sign-in', { role }, sent)).status),
      );
    expect((await server.get('setup', elsewhere)).body).toMatchObject({
      needed: false,
      demo: null,
    });
    expect(await tried(elsewhere)).toEqual([404, 404, 404]);
    // Nor from this machine: a proxy would be on it, too.
    expect(await tried({})).toEqual([404, 404, 404]);
    for (const headers of [
      { forwarded: 'for=192.0.2.7' },
      { 'x-real-ip': '192.0.2.7' },
      { host: '192.0.2.1' },
    ])
      expect((await here.post('sample/sign-in', { role: 'employee' }, { headers })).status).toBe(
        404,
      );

    const { set } = await here.post('sample/sign-in', { role: 'administrator' });
    const tempted = await here.patch('sample', { signIn: true }, { cookie: cookieOf(set) });
    expect(tempted.status).toBe(403);
    expect((await here.patch('sample', { signIn: true }, { cookie: boss })).body.signIn).toEqual({
      allowed: true,
      possible: true,
    });
    expect(await tried(elsewhere)).toEqual([404, 200, 200]);
    const { demo } = (await server.get('setup', elsewhere)).body;
    expect(demo.roles.map(({ key }: { key: string }) => key)).toEqual(['manager', 'employee']);
    await here.patch('sample', { signIn: false }, { cookie: boss });
    expect(await tried(elsewhere)).toEqual([404, 404, 404]);
  });

  it('do not count as the administrators who are left', async () => {
    const server = await serve();
    const me = (await server.get('me', { cookie: boss })).body;
    const { items } = (await server.get('members', { cookie: boss })).body;
    const { set } = await server.post('sample/sign-in', { role: 'administrator' });
    const takeOver = items.find(({ sample }: { sample: boolean }) => sample).id;
    const left = await server.post(
      `members/${me.id}/deactivate`,
      { takeOver },
      { cookie: cookieOf(set) },
    );
    expect(left.status).toBe(409);
    expect((await server.get('me', { cookie: boss })).status).toBe(200);
  });

  it('are gone with the sample, sessions at once', async () => {
    const server = await serve();
    const { set } = await server.post('sample/sign-in', { role: 'employee' });
    const cookie = cookieOf(set);
    expect((await server.get('me', { cookie })).status).toBe(200);
    expect((await server.get('sample', { cookie })).status).toBe(403);
    const wrong = await server.post('sample/remove', { confirm: 'khác' }, { cookie: boss });
    expect(wrong).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'confirm', code: 'mismatch' }] },
    });
    const done = await server.post(
      'sample/remove',
      { confirm: ' Quà tặng Mộc Lan ' },
      { cookie: boss },
    );
    expect(done).toMatchObject({ status: 200, body: { removed: { members: 9 }, kept: 0 } });
    expect((await server.get('me', { cookie })).status).toBe(401);
    expect((await server.post('sample/sign-in', { role: 'employee' })).status).toBe(404);
    expect((await server.get('setup')).body.demo).toBeNull();
    expect((await server.get('sample', { cookie: boss })).body).toMatchObject({
      sample: null,
      counts: null,
      signIn: { allowed: false, possible: false },
      available: [{ sample: 'gift-shop' }, { sample: 'freight' }, { sample: 'distributor' }],
    });
    expect((await server.post('sample/remove', { confirm: 'x' }, { cookie: boss })).status).toBe(
      404,
    );
  });

  it('come with a sample that is put in later, and the history of the company tells it', async () => {
    const server = await serve();
    const added = await server.post('sample', { sample: 'distributor' }, { cookie: boss });
    expect(added).toMatchObject({
      status: 201,
      body: {
        sample: 'distributor',
        name: 'Phân phối Sông Hàn',
        counts: { members: 11, fields: 2 },
      },
    });
    expect(await server.post('sample', { sample: 'freight' }, { cookie: boss })).toMatchObject({
      status: 409,
      body: { code: 'sampleThere' },
    });
    const history = await server.get('history?object=setting.sample', { cookie: boss });
    expect(history.body.items.map(({ action }: { action: string }) => action)).toEqual([
      'create',
      'remove',
      'update',
      'update',
      'create',
    ]);
  });
});
