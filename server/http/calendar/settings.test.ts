import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { usualHours } from '#shared/calendar/working-hours.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import { createPeople } from '#server/people/people.ts';
import { silentLog } from '#server/testing/silent-log.ts';
import { registerModuleRoutes } from '../module.routes.ts';
import { serve, type TestClient } from '../testing/serve.ts';
import { registerCalendarSettingRoutes } from './settings.routes.ts';

let w: TestWorkspace;
let clerkId: string;
let clerk: TestClient;
let boss: TestClient;
let otherBoss: TestClient;

beforeAll(async () => {
  w = await testWorkspace(declarations);
  const people = await createPeople({
    database: w.database,
    workspaces: w.workspaces,
    publicUrl: 'http://crm.test',
    appSecret: randomBytes(32).toString('hex'),
    log: silentLog,
  });
  const server = await serve(w, {
    routes: [registerModuleRoutes, (app) => registerCalendarSettingRoutes(app, people)],
  });
  clerkId = await w.addMember(await w.addRole({ '*': rightsOf('own') }));
  const administrator = await w.addRole('administrator');
  [clerk, boss, otherBoss] = [
    server.as(clerkId),
    server.as(await w.addMember(administrator)),
    server.as(await w.addMember(administrator)),
  ];
  return () => people.close();
});

const settings = async (by: TestClient) => (await by('GET', '/api/v1/calendar/settings')).json;
const change = (by: TestClient, body: object) => by('PATCH', '/api/v1/calendar/settings', body);
const sixDays = { ...usualHours, 6: [{ from: '08:00', to: '12:00' }] };

describe('the calendar of a company', () => {
  it('is as usual until an administrator says otherwise', async () => {
    expect(await settings(clerk)).toMatchObject({
      hours: usualHours,
      own: null,
      usualMinutes: { call: 10 },
      forgottenAfterMinutes: 30,
    });
    expect((await change(clerk, { hours: sixDays })).status).toBe(403);
    expect((await change(boss, { hours: sixDays, forgottenAfterMinutes: 60 })).status).toBe(204);
    expect((await change(boss, { usualMinutes: { call: 20 } })).status).toBe(204);
    const after = await settings(clerk);
    expect(after).toMatchObject({ hours: sixDays, forgottenAfterMinutes: 60 });
    const { json } = await clerk('POST', '/api/v1/activities', {
      kind: 'call',
      startsAt: '2031-03-10T02:00:00Z',
    });
    expect(json.plannedMinutes).toBe(20);
  });

  it('has days off of its own, and works on days given in exchange', async () => {
    const days = [
      { date: '2031-03-12', off: true, name: 'Kỷ niệm thành lập' },
      { date: '2031-05-01', off: false },
    ];
    expect((await change(boss, { holidays: { notOff: ['culture'], days } })).status).toBe(204);
    const off = async (day: string) =>
      (await clerk('GET', `/api/v1/calendar?from=${day}&to=${day}`)).json.days[0];
    expect(await off('2031-03-12')).toMatchObject({
      off: true,
      names: [{ label: { vi: 'Kỷ niệm thành lập' }, kind: 'own' }],
    });
    expect(await off('2031-05-01')).toMatchObject({ off: false });
    expect(await off('2031-11-24')).toMatchObject({ off: false });
    const twice = await change(boss, { holidays: { notOff: [], days: [...days, ...days] } });
    expect(twice.json.errors).toMatchObject([{ path: 'holidays.days', code: 'notUnique' }]);
  });

  it('keeps both of what two administrators change at the same moment', async () => {
    for (let minutes = 41; minutes < 46; minutes += 1) {
      const days = [{ date: `2032-03-${minutes - 30}`, off: true }];
      const answers = await Promise.all([
        change(boss, { usualMinutes: { visit: minutes } }),
        change(otherBoss, { holidays: { notOff: [], days } }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([204, 204]);
      expect(await settings(clerk)).toMatchObject({
        usualMinutes: { visit: minutes },
        holidays: { days },
      });
    }
  });

  it('takes no hours that end before they begin, and no day that is none', async () => {
    const wrong = { ...usualHours, 3: [{ from: '12:00', to: '08:00' }] };
    expect((await change(boss, { hours: wrong })).json.errors).toMatchObject([
      { path: 'hours.3', code: 'endsEarly' },
    ]);
    const day = { date: '2031-02-30', off: true };
    expect((await change(boss, { holidays: { notOff: [], days: [day] } })).status).toBe(422);
    expect((await change(boss, { holidays: { notOff: ['nonsense'], days: [] } })).status).toBe(422);
  });
});

it('people have hours of their own, and go back to those of the company', async () => {
  const evenings = { ...usualHours, 1: [{ from: '13:00', to: '21:00' }] };
  expect((await clerk('PUT', '/api/v1/calendar/hours', { hours: evenings })).status).toBe(204);
  expect((await settings(clerk)).own).toEqual(evenings);
  const shown = await boss(
    'GET',
    `/api/v1/calendar?from=2031-03-10&to=2031-03-10&members=${clerkId}`,
  );
  expect(shown.json.people[0].hours).toEqual(evenings);
  expect((await clerk('PUT', '/api/v1/calendar/hours', { hours: null })).status).toBe(204);
  expect((await settings(clerk)).own).toBeNull();
});
