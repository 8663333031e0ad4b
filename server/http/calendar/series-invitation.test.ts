import { randomBytes } from 'node:crypto';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import type { Mail } from '#server/mail/mail.ts';
import { openMail } from '#server/mail/seal-mail.ts';
import { takeCalendarAnswer } from '#server/modules/calendar/index.ts';
import { createPeople, type People } from '#server/people/people.ts';
import { silentLog } from '#server/testing/silent-log.ts';
import { registerChangeSeriesRoutes } from '../activity/change-series.routes.ts';
import { registerModuleRoutes } from '../module.routes.ts';
import { serve, type TestClient } from '../testing/serve.ts';
import { registerCalendarInvitationRoutes } from './invitation.routes.ts';

let w: TestWorkspace;
let people: People;
let binhId: string;
let an: TestClient;
let stranger: TestClient;
let [anMail, binhMail] = ['', ''];
const appSecret = randomBytes(32).toString('hex');
const dayMs = 86_400_000;
/** A Monday some weeks ahead. */
const monday = (() => {
  const at = new Date(Date.now() + 30 * dayMs);
  at.setUTCDate(at.getUTCDate() + ((8 - at.getUTCDay()) % 7));
  return at.toISOString().slice(0, 10);
})();
const on = (days: number, time = '02:00') =>
  new Date(Date.parse(`${monday}T${time}:00Z`) + days * dayMs).toISOString();

beforeAll(async () => {
  w = await testWorkspace(declarations);
  people = await createPeople({
    database: w.database,
    workspaces: w.workspaces,
    publicUrl: 'http://crm.test',
    appSecret,
    log: silentLog,
  });
  const server = await serve(w, {
    routes: [
      registerModuleRoutes,
      (app) => registerCalendarInvitationRoutes(app, people),
      (app) => registerChangeSeriesRoutes(app, people),
    ],
  });
  const own = await w.addRole({ '*': rightsOf('own') });
  const anId = await w.addMember(own);
  binhId = await w.addMember(own);
  an = server.as(anId);
  stranger = server.as(await w.addMember(own));
  const { directory } = await w.workspaces.open(w.id);
  const mailOf = (id: string) => directory.members.get(id)?.email ?? '';
  [anMail, binhMail] = [mailOf(anId), mailOf(binhId)];
});
afterAll(() => people.close());

let seen = 0;
/** The mails since the last time, each with what another program reads in its file. */
async function sent() {
  const { rows } = await w.database.app.query<{ payload: unknown }>(
    'select payload from graphile_worker._private_jobs order by id',
  );
  const all = rows.flatMap(({ payload }): Mail[] => {
    try {
      return [openMail(payload, appSecret)];
    } catch {
      return [];
    }
  });
  const fresh = all.slice(seen);
  seen = all.length;
  return fresh.map(({ to, calendar, template }) => {
    const file = new ICAL.Component(ICAL.parse(calendar?.text ?? ''));
    for (const each of file.getAllSubcomponents('vtimezone'))
      ICAL.TimezoneService.register(new ICAL.Timezone(each));
    const events = file.getAllSubcomponents('vevent').map((each) => ({
      uid: String(each.getFirstPropertyValue('uid')),
      sequence: each.getFirstPropertyValue('sequence'),
      status: each.getFirstPropertyValue('status'),
      rule: each.getFirstPropertyValue('rrule')?.toString(),
      one: new ICAL.Event(each).recurrenceId?.toJSDate().toISOString(),
      start: new ICAL.Event(each).startDate.toJSDate().toISOString(),
      times: timesOf(each),
      organiser: String(each.getFirstPropertyValue('organizer')),
      attendees: each
        .getAllProperties('attendee')
        .map((one) => String(one.getFirstValue()).replace('mailto:', '')),
    }));
    return { to, template, method: file.getFirstPropertyValue('method'), events };
  });
}
function timesOf(component: ICAL.Component): string[] {
  const event = new ICAL.Event(component);
  if (!event.isRecurring()) return [];
  const walk = event.iterator();
  const times: string[] = [];
  for (let next = walk.next(); next && times.length < 60; next = walk.next())
    times.push(next.toJSDate().toISOString());
  return times;
}

const post = async (by: TestClient, path: string, body: object) => {
  const { status, json, text } = await by('POST', path, body);
  expect(status, text).toBeLessThan(300);
  return json;
};
const contact = async (email: string) =>
  (await post(an, '/api/v1/contacts', { name: { full: email }, emails: [email] })).id;

/** Five Mondays with a customer and a colleague, not told to anybody yet. */
async function series(customer: string) {
  const contacts = [await contact(customer)];
  const { recurrence } = await post(an, '/api/v1/activities/series', {
    values: {
      kind: 'meeting',
      subject: 'Giao ban với khách',
      place: 'Phòng 2',
      startsAt: on(0),
      endsAt: on(0, '03:00'),
      contacts,
      people: [binhId],
    },
    rule: 'FREQ=WEEKLY;COUNT=5',
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  const { items } = await post(an, '/api/v1/activities/query', {
    where: { field: 'recurrence', op: 'eq', value: recurrence.id },
    sort: 'startsAt',
  });
  const ids: string[] = items.map(({ id }: { id: string }) => id);
  const path = (i: number) => `/api/v1/activities/${ids[i]}`;
  return { uid: `${recurrence.id}@duyen`, path, contacts };
}
const invite = (path: string, body: object = { series: true }) =>
  post(an, `${path}/invitation`, body);
const change = (path: string, body: object) => post(an, `${path}/series`, body);

describe('an invitation to a series', () => {
  it('is one, with its rule and what differs in it', async () => {
    const customer = 'mot@khach.example';
    const { uid, path } = await series(customer);
    await an('PATCH', path(1), { startsAt: on(8) });
    await an('PATCH', path(2), { status: 'cancelled' });
    await an('DELETE', path(3));
    expect(await invite(path(0))).toEqual({ invited: 2, cancelled: 0 });
    const mails = await sent();
    expect(mails.map(({ to }) => to)).toEqual([customer, binhMail]);
    const attendees = [customer, binhMail];
    for (const { method, template, events } of mails) {
      expect([method, template]).toEqual(['REQUEST', 'calendarSeriesInvitation']);
      expect(events).toMatchObject([
        {
          uid,
          sequence: 0,
          status: 'CONFIRMED',
          rule: 'FREQ=WEEKLY;COUNT=5',
          one: undefined,
          times: [on(0), on(7), on(28)],
          organiser: `mailto:${anMail}`,
          attendees,
        },
        { uid, sequence: 0, one: on(7), start: on(8), attendees },
      ]);
    }
    const { json } = await an('GET', `${path(4)}/invitation`);
    expect(json.invitation).toMatchObject({ series: true, sequence: 0, cancelledAt: null });
    expect(json.invitation.attendees).toMatchObject([{ email: customer }, { email: binhMail }]);
  });

  it('tells a change of one by the time that the series has it at', async () => {
    const customer = 'hai@khach.example';
    const { uid, path } = await series(customer);
    await invite(path(0));
    await sent();
    await an('PATCH', path(2), { startsAt: on(15, '08:00') });
    expect(await invite(path(2), {})).toEqual({ invited: 2, cancelled: 0 });
    const [first] = await sent();
    expect(first).toMatchObject({
      method: 'REQUEST',
      template: 'calendarInvitation',
      events: [{ uid, sequence: 1, one: on(14), start: on(15, '08:00'), rule: undefined }],
    });
    // The next time one of ours is not in it.
    await an('PATCH', path(2), { people: [] });
    expect(await invite(path(2), {})).toEqual({ invited: 1, cancelled: 1 });
    expect(await sent()).toMatchObject([
      { to: customer, method: 'REQUEST', events: [{ uid, sequence: 2, one: on(14) }] },
      {
        to: binhMail,
        method: 'CANCEL',
        events: [{ uid, sequence: 2, one: on(14), status: 'CANCELLED' }],
      },
    ]);
    expect(await invite(path(2), { cancel: true })).toEqual({ invited: 0, cancelled: 1 });
    expect(await sent()).toMatchObject([
      { to: customer, method: 'CANCEL', events: [{ uid, sequence: 3, one: on(14) }] },
    ]);
    expect((await an('POST', `${path(2)}/invitation`, { cancel: true })).status).toBe(404);
    // All of it, told anew, is above whatever was said of one.
    await an('PATCH', path(2), { status: 'cancelled' });
    await invite(path(0));
    expect((await sent())[0]?.events).toMatchObject([
      { sequence: 4, times: [on(0), on(7), on(21), on(28)] },
    ]);
  });

  it('is to single ones for whoever takes part in those only', async () => {
    const customer = 'ba@khach.example';
    const { uid, path, contacts } = await series(customer);
    const guest = 'chuyengia@khach.example';
    await an('PATCH', path(1), { contacts: [...contacts, await contact(guest)], people: [] });
    expect(await invite(path(0))).toEqual({ invited: 3, cancelled: 0 });
    const mails = await sent();
    const eventsOf = (address: string) => mails.find(({ to }) => to === address)?.events;
    expect(eventsOf(guest)).toMatchObject([{ uid, one: on(7), attendees: [customer, guest] }]);
    expect(eventsOf(guest)).toHaveLength(1);
    expect(eventsOf(binhMail)).toMatchObject([{ times: [on(0), on(14), on(21), on(28)] }]);
    expect(eventsOf(binhMail)).toHaveLength(1);
  });

  it('ends earlier, goes on as another, and is taken back when nothing of it is left', async () => {
    const customer = 'bon@khach.example';
    const { uid, path } = await series(customer);
    await invite(path(0));
    await sent();
    const moved = { scope: 'following', values: { startsAt: on(22), endsAt: on(22, '03:30') } };
    expect(await change(path(3), { ...moved, tell: true })).toMatchObject({ changed: 2, told: 2 });
    const toCustomer = (await sent()).filter(({ to }) => to === customer);
    expect(toCustomer).toMatchObject([
      { method: 'REQUEST', events: [{ uid, sequence: 1, times: [on(0), on(7), on(14)] }] },
      { method: 'REQUEST', events: [{ sequence: 0, times: [on(22), on(29)] }] },
    ]);
    expect(toCustomer[1]?.events[0]?.uid).not.toBe(uid);
    // Not told when nobody asks for it.
    expect(await change(path(2), { scope: 'following', remove: true })).toMatchObject({ told: 0 });
    expect(await sent()).toEqual([]);
    expect(await change(path(1), { scope: 'following', remove: true, tell: true })).toMatchObject({
      removed: 1,
      told: 2,
    });
    expect(await sent()).toMatchObject(
      [customer, binhMail].map((to) => ({
        to,
        method: 'REQUEST',
        events: [{ uid, sequence: 2, times: [on(0)] }],
      })),
    );
    expect(await change(path(0), { scope: 'all', remove: true, tell: true })).toMatchObject({
      told: 2,
    });
    expect(await sent()).toMatchObject(
      [customer, binhMail].map((to) => ({
        to,
        method: 'CANCEL',
        template: 'calendarSeriesCancellation',
        events: [{ uid, sequence: 3, status: 'CANCELLED', one: undefined }],
      })),
    );
  });

  it('is taken back as a whole, and sent by who may change the series', async () => {
    const { path } = await series('nam@khach.example');
    expect((await stranger('POST', `${path(0)}/invitation`, { series: true })).status).toBe(404);
    await invite(path(0));
    await sent();
    expect(await invite(path(0), { series: true, cancel: true })).toEqual({
      invited: 0,
      cancelled: 2,
    });
    expect(await sent()).toMatchObject([{ method: 'CANCEL' }, { method: 'CANCEL' }]);
    const again = await an('POST', `${path(0)}/invitation`, { series: true, cancel: true });
    expect(again.status).toBe(404);
    const alone = await post(an, '/api/v1/activities', { subject: 'Một lần', startsAt: on(0) });
    const wrong = await an('POST', `/api/v1/activities/${alone.id}/invitation`, { series: true });
    expect(wrong.json.errors).toMatchObject([{ path: 'series', code: 'notFound' }]);
  });
});

describe('an answer to a series', () => {
  const answer = (uid: string, from: string, lines: readonly string[]) => {
    const file = [
      'BEGIN:VCALENDAR',
      'METHOD:REPLY',
      ...lines.flatMap((line) => [
        'BEGIN:VEVENT',
        `UID:${uid}`,
        `ORGANIZER:mailto:${anMail}`,
        ...line.split('|').map((part) => (part.startsWith('P:') ? partOf(part, from) : part)),
        'END:VEVENT',
      ]),
      'END:VCALENDAR',
      '',
    ].join('\r\n');
    return { from, file: Buffer.from(file) };
  };
  const partOf = (part: string, from: string) =>
    `ATTENDEE;PARTSTAT=${part.slice(2)}:mailto:${from}`;
  const take = async (given: { from: string; file: Uint8Array }) =>
    takeCalendarAnswer(await w.system(), given);
  const compact = (iso: string) => iso.replaceAll(/[-:]|\.\d+/g, '');

  it('is to all of it or to one of it, on whatever clock that is named', async () => {
    const customer = 'sau@khach.example';
    const { uid, path } = await series(customer);
    await invite(path(0));
    await sent();
    const at = (i: number, time: string) => `DTSTAMP:20310${i}01T${time}Z|SEQUENCE:0`;
    expect(await take(answer(uid, customer, [`${at(1, '010000')}|P:ACCEPTED`]))).toBe('taken');
    const local = compact(on(7, '09:00')).replace('Z', '');
    const one = `${at(2, '010000')}|RECURRENCE-ID;TZID=SE Asia Standard Time:${local}|P:DECLINED`;
    const other = `${at(2, '010000')}|RECURRENCE-ID:${compact(on(14))}|P:TENTATIVE`;
    expect(await take(answer(uid, customer, [one, other]))).toBe('taken');
    const said = async (i: number) => {
      const { json } = await an('GET', `${path(i)}/invitation`);
      return json.invitation.attendees.find(({ email }: { email: string }) => email === customer)
        .answer;
    };
    const all = async () => Promise.all([0, 1, 2, 3].map(said));
    expect(await all()).toEqual(['accepted', 'declined', 'tentative', 'accepted']);
    // Older than the one that is there.
    const late = `${at(1, '020000')}|RECURRENCE-ID:${compact(on(14))}|P:DECLINED`;
    expect(await take(answer(uid, customer, [late]))).toBe('old');
    const never = `${at(3, '010000')}|RECURRENCE-ID:${compact(on(15))}|P:DECLINED`;
    expect(await take(answer(uid, customer, [never]))).toBe('unknown');
    expect(await take(answer(uid, 'khac@khach.example', [one]))).toBe('forged');
    // To all of it, later than to one.
    expect(await take(answer(uid, customer, [`${at(4, '010000')}|P:DECLINED`]))).toBe('taken');
    expect(await all()).toEqual(['declined', 'declined', 'declined', 'declined']);
    // One that was told anew is to be answered anew.
    await an('PATCH', path(3), { startsAt: on(22) });
    await invite(path(3), {});
    await sent();
    expect(await said(3)).toBeNull();
    const old = `${at(5, '010000')}|RECURRENCE-ID:${compact(on(21))}|P:ACCEPTED`;
    expect(await take(answer(uid, customer, [old]))).toBe('old');
    const fresh = old.replace('SEQUENCE:0', 'SEQUENCE:1');
    expect(await take(answer(uid, customer, [fresh]))).toBe('taken');
    expect(await all()).toEqual(['declined', 'declined', 'declined', 'accepted']);
  });
});
