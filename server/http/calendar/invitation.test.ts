import { randomBytes } from 'node:crypto';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findObject } from '#engine/records/find-object.ts';
import { deleteRecords } from '#engine/trash/delete-records.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import type { Mail } from '#server/mail/mail.ts';
import { openMail } from '#server/mail/seal-mail.ts';
import { takeCalendarAnswer } from '#server/modules/calendar/index.ts';
import { createPeople, type People } from '#server/people/people.ts';
import { silentLog } from '#server/testing/silent-log.ts';
import { serve, type TestClient } from '../testing/serve.ts';
import { registerCalendarInvitationRoutes } from './invitation.routes.ts';

let w: TestWorkspace;
let people: People;
let [anId, binhId] = ['', ''];
let an: TestClient;
let binh: TestClient;
let [anMail, binhMail] = ['', ''];
const appSecret = randomBytes(32).toString('hex');
const customer = 'ha@ankhang.example';

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
    routes: [(app) => registerCalendarInvitationRoutes(app, people)],
  });
  const own = await w.addRole({ '*': rightsOf('own') });
  anId = await w.addMember(own);
  binhId = await w.addMember(own);
  [an, binh] = [server.as(anId), server.as(binhId)];
  const { directory } = await w.workspaces.open(w.id);
  const mailOf = (id: string) => directory.members.get(id)?.email ?? '';
  [anMail, binhMail] = [mailOf(anId), mailOf(binhId)];
});
afterAll(() => people.close());

/** What waits to be sent; others use the same queue, with secrets of their own. */
async function waiting(): Promise<Mail[]> {
  const { rows } = await w.database.app.query<{ payload: unknown }>(
    'select payload from graphile_worker._private_jobs order by id',
  );
  return rows.flatMap(({ payload }) => {
    try {
      return [openMail(payload, appSecret)];
    } catch {
      return [];
    }
  });
}
let seen = 0;
async function sent() {
  const all = await waiting();
  const fresh = all.slice(seen);
  seen = all.length;
  return fresh.map(({ to, calendar, replyTo, template }) => {
    const file = new ICAL.Component(ICAL.parse(calendar?.text ?? ''));
    const [event] = file.getAllSubcomponents('vevent');
    if (!event) throw new Error('the invitation is empty');
    return {
      to,
      replyTo,
      template,
      method: file.getFirstPropertyValue('method'),
      sequence: event.getFirstPropertyValue('sequence'),
      status: event.getFirstPropertyValue('status'),
      uid: String(event.getFirstPropertyValue('uid')),
      organiser: String(event.getFirstPropertyValue('organizer')),
      attendees: event.getAllProperties('attendee').map((each) => String(each.getFirstValue())),
    };
  });
}

const post = async (by: TestClient, path: string, body: object) => {
  const { status, json, text } = await by('POST', path, body);
  expect(status, text).toBeLessThan(300);
  return json;
};
async function meeting() {
  const contact = await post(an, '/api/v1/contacts', {
    name: { full: 'Nguyễn Thị Hà' },
    emails: [customer],
  });
  const { id } = await post(an, '/api/v1/activities', {
    kind: 'meeting',
    subject: 'Chốt mẫu, hộp',
    startsAt: '2031-03-10T02:00:00Z',
    contacts: [contact.id],
    people: [binhId],
  });
  return { id, path: `/api/v1/activities/${id}` };
}
const invite = (path: string, body = {}) => an('POST', `${path}/invitation`, body);

describe('an invitation', () => {
  it('goes to ours and theirs, is told anew with a higher number, and is taken back', async () => {
    const { path } = await meeting();
    expect((await invite(path)).json).toEqual({ invited: 2, cancelled: 0 });
    const first = await sent();
    expect(first).toHaveLength(2);
    expect(first).toMatchObject(
      [customer, binhMail].map((to) => ({
        to,
        replyTo: anMail,
        template: 'calendarInvitation',
        method: 'REQUEST',
        sequence: 0,
        organiser: `mailto:${anMail}`,
        attendees: [`mailto:${customer}`, `mailto:${binhMail}`],
      })),
    );
    await an('PATCH', path, { people: [], startsAt: '2031-03-11T02:00:00Z' });
    expect((await invite(path)).json).toEqual({ invited: 1, cancelled: 1 });
    expect(await sent()).toMatchObject([
      { to: customer, method: 'REQUEST', sequence: 1, status: 'CONFIRMED' },
      { to: binhMail, method: 'CANCEL', sequence: 1, status: 'CANCELLED' },
    ]);
    expect((await invite(path, { cancel: true })).json).toEqual({ invited: 0, cancelled: 1 });
    expect(await sent()).toMatchObject([{ to: customer, method: 'CANCEL', sequence: 2 }]);
    expect((await invite(path, { cancel: true })).status).toBe(404);
  });

  it('is sent by who may change the activity, to somebody', async () => {
    const { path } = await meeting();
    const stranger = await w.addMember(await w.addRole({ '*': rightsOf('own') }));
    expect(stranger).not.toBe(anId);
    const alone = await post(an, '/api/v1/activities', {
      subject: 'Một mình',
      startsAt: '2031-03-10T02:00:00Z',
    });
    expect((await invite(`/api/v1/activities/${alone.id}`)).json).toMatchObject({
      status: 422,
      errors: [{ path: 'people', code: 'required' }],
    });
    const hidden = await post(an, '/api/v1/activities', {
      subject: 'Của An',
      startsAt: '2031-03-10T02:00:00Z',
    });
    expect((await binh('POST', `/api/v1/activities/${hidden.id}/invitation`, {})).status).toBe(404);
    expect((await binh('GET', `${path}/invitation`)).json).toEqual({ invitation: null });
    expect(await sent()).toEqual([]);
  });
});

it('leaves no address behind when what it was for is deleted for good', async () => {
  const { id, path } = await meeting();
  await invite(path);
  await sent();
  const ctx = await w.system();
  const kept = () =>
    ctx.tables.selectFrom('calendar_invitation').select('sequence').where('record_id', '=', id);
  expect(await kept().execute()).toHaveLength(1);
  await deleteRecords(ctx, findObject(ctx, 'activity'), [id], { reason: 'test' });
  expect(await kept().execute()).toEqual([]);
});

describe('an answer', () => {
  const answer = (
    uid: string,
    more: { from?: string; lines?: string[]; sequence?: number; stamp?: string } = {},
  ) => {
    const { from = customer, lines = [], sequence = 0, stamp = '20310301T010000Z' } = more;
    const file = [
      'BEGIN:VCALENDAR',
      'METHOD:REPLY',
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${stamp}`,
      `SEQUENCE:${sequence}`,
      `ORGANIZER:mailto:${anMail}`,
      `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${customer}`,
      ...lines,
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n');
    return { from, file: Buffer.from(file) };
  };
  const take = async (given: { from: string; file: Uint8Array }) =>
    takeCalendarAnswer(await w.system(), given);

  it('is kept with who gave it, and none but the newest of whom was asked counts', async () => {
    const { id, path } = await meeting();
    await invite(path);
    const [{ uid } = { uid: '' }] = await sent();
    expect(uid).toBe(`${id}@duyen`);
    expect(await take(answer(uid))).toBe('taken');
    const { json } = await an('GET', `${path}/invitation`);
    expect(json.invitation.attendees).toMatchObject([
      { email: customer, answer: 'accepted' },
      { email: binhMail, answer: null },
    ]);
    expect(await take(answer(uid, { stamp: '20310201T010000Z' }))).toBe('old');
    // Who takes part, and may not know the customer's people.
    const theirs = await binh('GET', `${path}/invitation`);
    expect(theirs.json.invitation.attendees).toMatchObject([{ email: binhMail }]);
    // Told anew, it has to be answered anew.
    await invite(path);
    expect(await take(answer(uid))).toBe('old');
    expect(await take(answer(uid, { sequence: 1 }))).toBe('taken');
    await sent();
  });

  it('that is forged, or of nothing of ours, changes nothing', async () => {
    const { path } = await meeting();
    await invite(path);
    const [{ uid } = { uid: '' }] = await sent();
    expect(await take(answer(uid, { from: 'somebody@else.example' }))).toBe('forged');
    const file = String(Buffer.from(answer(uid).file));
    const forgedOrganiser = file.replace(
      `ORGANIZER:mailto:${anMail}`,
      'ORGANIZER:mailto:x@y.example',
    );
    expect(await take({ from: customer, file: Buffer.from(forgedOrganiser) })).toBe('forged');
    const uninvited = file.replaceAll(customer, 'other@ankhang.example');
    expect(await take({ from: 'other@ankhang.example', file: Buffer.from(uninvited) })).toBe(
      'forged',
    );
    expect(await take(answer(`${randomBytes(8).toString('hex')}@duyen`))).toBe('unknown');
    expect(await take(answer('01a2023a-af61-758a-bd3c-ef5422dde849@duyen'))).toBe('unknown');
    expect(await take({ from: customer, file: Buffer.from('BEGIN:VCALENDAR') })).toBe('unreadable');
    expect(await take({ from: customer, file: Buffer.alloc(300_000, 'a') })).toBe('unreadable');
    const { json } = await an('GET', `${path}/invitation`);
    expect(
      json.invitation.attendees.every(({ answer: said }: { answer: unknown }) => said === null),
    ).toBe(true);
  });
});
