import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import { registerModuleRoutes } from '../module.routes.ts';
import { serve, type TestClient, type TestServer } from '../testing/serve.ts';

let w: TestWorkspace;
let server: TestServer;
let [anId, teamId] = ['', ''];
let an: TestClient;
let binh: TestClient;

const zone = 'Europe/Berlin';
const dayMs = 86_400_000;
/** A Monday some weeks ahead, at that hour in UTC. */
const monday = (() => {
  const at = new Date(Date.now() + 30 * dayMs);
  at.setUTCDate(at.getUTCDate() + ((8 - at.getUTCDay()) % 7));
  return at.toISOString().slice(0, 10);
})();
const on = (days: number, time: string) =>
  new Date(Date.parse(`${monday}T${time}:00Z`) + days * dayMs).toISOString();

beforeAll(async () => {
  w = await testWorkspace(declarations);
  server = await serve(w, { routes: [registerModuleRoutes] });
  const own = await w.addRole({ '*': rightsOf('own') });
  teamId = await w.addTeam('Bán hàng');
  anId = await w.addMember(own, [teamId]);
  an = server.as(anId);
  binh = server.as(await w.addMember(own, [teamId]));
});

const plan = async (by: TestClient, values: object) => {
  const { status, json, text } = await by('POST', '/api/v1/activities', {
    kind: 'meeting',
    ...values,
  });
  expect(status, text).toBe(201);
  return json;
};
const make = async (by: TestClient, team?: string): Promise<string> => {
  const { status, json } = await by('POST', '/api/v1/calendar/feeds', team ? { team } : {});
  expect(status).toBe(201);
  return json.path;
};
const fetched = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.origin}${path}`, { headers });
async function events(path: string) {
  const answer = await fetched(path);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const each of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(each));
  return {
    text,
    all: calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each)),
  };
}
const instant = (time: ICAL.Time) => time.toJSDate().toISOString();

describe('a calendar that another program reads', () => {
  it('has what one has on, with words that no comma breaks, in lines that are not too long', async () => {
    const subject = 'Chốt mẫu; hộp, túi và nơ \\ thiệp: “Xuân đoàn viên” cho Dược phẩm An Khang 🎁';
    await plan(an, {
      subject,
      place: 'Phòng 2\nLầu 3',
      description: '<p>Mang theo mẫu</p><p>và bảng giá</p>',
      startsAt: on(0, '02:00'),
      endsAt: on(0, '03:30'),
    });
    await plan(an, {
      subject: 'Hội chợ',
      allDay: true,
      startsAt: on(1, '17:00').replace(/T.*/, 'T00:00:00+07:00'),
      endsAt: on(3, '17:00').replace(/T.*/, 'T00:00:00+07:00'),
    });
    await plan(binh, { subject: 'Chuyện riêng', startsAt: on(0, '02:00') });
    const { text, all } = await events(await make(an));
    const meeting = all.find(({ summary }) => summary === subject);
    expect(meeting?.startDate.zone.tzid).toBe('Asia/Ho_Chi_Minh');
    expect(meeting && [instant(meeting.startDate), instant(meeting.endDate)]).toEqual([
      on(0, '02:00'),
      on(0, '03:30'),
    ]);
    expect(meeting?.description).toBe('Mang theo mẫu\nvà bảng giá');
    const fair = all.find(({ summary }) => summary === 'Hội chợ');
    expect(fair?.startDate.isDate).toBe(true);
    expect(fair?.duration.toSeconds()).toBe((2 * dayMs) / 1000);
    expect(text).not.toContain('riêng');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('says a series once, with what was moved, cancelled and taken out, over a change of the clock', async () => {
    const { json } = await an('POST', '/api/v1/activities/series', {
      values: {
        kind: 'meeting',
        subject: 'Giao ban',
        startsAt: on(0, '08:00'),
        endsAt: on(0, '08:45'),
      },
      rule: 'FREQ=WEEKLY;COUNT=30',
      timeZone: zone,
    });
    const { json: found } = await an('POST', '/api/v1/activities/query', {
      where: { field: 'recurrence', op: 'eq', value: json.recurrence.id },
      sort: 'startsAt',
      limit: 100,
    });
    const slots: { id: string; startsAt: string }[] = found.items;
    expect(slots).toHaveLength(30);
    const [, second, third, fourth] = slots;
    await an('PATCH', `/api/v1/activities/${second?.id}`, { startsAt: on(8, '10:00') });
    await an('PATCH', `/api/v1/activities/${third?.id}`, { status: 'cancelled' });
    await an('DELETE', `/api/v1/activities/${fourth?.id}`);

    const { all } = await events(await make(an));
    const parts = all.filter(({ summary }) => summary === 'Giao ban');
    const master = parts.find((each) => !each.isRecurrenceException());
    if (!master) throw new Error('the series is missing');
    for (const each of parts) if (each.isRecurrenceException()) master.relateException(each);
    const walk = master.iterator();
    const shown: string[] = [];
    for (let next = walk.next(); next; next = walk.next()) {
      const { startDate, item } = master.getOccurrenceDetails(next);
      if (item.component.getFirstPropertyValue('status') !== 'CANCELLED')
        shown.push(instant(startDate));
    }
    const there = slots
      .filter((each) => each !== third && each !== fourth)
      .map((each) => (each === second ? on(8, '10:00') : each.startsAt));
    expect(shown.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(there);
    // 09:00 in Berlin in winter and in summer.
    expect(new Set(shown.map((each) => each.slice(11, 13))).size).toBeGreaterThan(1);
    expect(parts.map((each) => each.component.getFirstPropertyValue('status'))).toContain(
      'CANCELLED',
    );
  });

  it('tells nothing of a series that is hidden from the role of its maker', async () => {
    const fields = { subject: 'hidden', place: 'hidden' } as const;
    const activity = rightsOf('own', { fields });
    const blind = await w.addMember(await w.addRole({ '*': rightsOf('own'), activity }));
    const { status } = await an('POST', '/api/v1/activities/series', {
      values: {
        kind: 'meeting',
        subject: 'Chuyện kín',
        place: 'Phòng kín',
        startsAt: on(0, '11:00'),
        people: [blind],
      },
      rule: 'FREQ=WEEKLY;COUNT=10',
      timeZone: zone,
    });
    expect(status).toBe(201);
    const { text, all } = await events(await make(server.as(blind)));
    expect(all).toHaveLength(1);
    expect(text).not.toContain('kín');
  });

  it('is of a team as its maker may read it', async () => {
    await plan(binh, { subject: 'Đi cùng An', people: [anId], startsAt: on(2, '02:00') });
    const { all, text } = await events(await make(an, teamId));
    expect(all.map(({ summary }) => summary)).toContain('Đi cùng An');
    expect(text).not.toContain('riêng');
    const { json } = await an('GET', '/api/v1/calendar/feeds');
    expect(json.items).toMatchObject([{ team: null }, { team: { id: teamId, title: 'Bán hàng' } }]);
  });

  it('is not sent again while nothing has changed', async () => {
    const path = await make(an);
    const first = await fetched(path);
    const etag = first.headers.get('etag') ?? '';
    expect((await fetched(path, { 'if-none-match': etag })).status).toBe(304);
    await plan(an, { subject: 'Mới', startsAt: on(4, '02:00') });
    expect((await fetched(path, { 'if-none-match': etag })).status).toBe(200);
  });

  it('is gone when its address was renewed or taken back, and with who made it; nobody guesses one', async () => {
    const old = await make(binh);
    const path = await make(binh);
    const other = path.replace(/.\.ics$/, (end) => (end.startsWith('A') ? 'B.ics' : 'A.ics'));
    const wrong = [old, other, '/api/v1/calendar/feed/x.ics', path.replace('.ics', '')];
    const answers = await Promise.all(
      wrong.map(async (each) => [(await fetched(each)).status, await (await fetched(each)).text()]),
    );
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
    const { json } = await binh('GET', '/api/v1/calendar/feeds');
    expect((await an('DELETE', `/api/v1/calendar/feeds/${json.items[0].id}`)).status).toBe(404);
    expect((await binh('DELETE', `/api/v1/calendar/feeds/${json.items[0].id}`)).status).toBe(204);
    expect((await fetched(path)).status).toBe(404);
    const own = await make(an);
    await w.database.app.query(`update ${w.schema}.member set active = false where id = $1`, [
      anId,
    ]);
    w.workspaces.forget(w.id);
    expect((await fetched(own)).status).toBe(404);
  });
});
