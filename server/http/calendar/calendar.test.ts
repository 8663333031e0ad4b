import { beforeAll, describe, expect, it } from 'vitest';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import { registerModuleRoutes } from '../module.routes.ts';
import { serve, type TestClient } from '../testing/serve.ts';

let w: TestWorkspace;
let [anId, binhId, bossId, teamId] = ['', '', '', ''];
let an: TestClient;
let binh: TestClient;
let boss: TestClient;

beforeAll(async () => {
  w = await testWorkspace(declarations);
  const server = await serve(w, { routes: [registerModuleRoutes] });
  const own = await w.addRole({ '*': rightsOf('own') });
  teamId = await w.addTeam('Bán hàng');
  anId = await w.addMember(own, [teamId]);
  binhId = await w.addMember(own, [teamId]);
  bossId = await w.addMember(await w.addRole('administrator'));
  [an, binh, boss] = [server.as(anId), server.as(binhId), server.as(bossId)];
});

const plan = async (by: TestClient, values: Record<string, unknown>) => {
  const answer = await by('POST', '/api/v1/activities', { kind: 'meeting', ...values });
  expect(answer.status, answer.text).toBe(201);
  return answer.json;
};
const week = async (by: TestClient, query = '') => {
  const answer = await by('GET', `/api/v1/calendar?from=2031-03-10&to=2031-03-16${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.json;
};
const subjects = ({ items }: { items: { subject: string }[] }) => items.map((each) => each.subject);

describe('a calendar', () => {
  it('shows what one may read, and of the rest of a colleague’s day only that it is taken', async () => {
    await plan(an, {
      subject: 'Giao mẫu',
      startsAt: '2031-03-10T02:00:00Z',
      endsAt: '2031-03-10T03:00:00Z',
    });
    await plan(binh, {
      subject: 'Việc riêng của Bình',
      startsAt: '2031-03-11T02:00:00Z',
      endsAt: '2031-03-11T03:30:00Z',
    });
    await plan(binh, {
      subject: 'Cùng đi với An',
      startsAt: '2031-03-12T02:00:00Z',
      people: [anId],
    });
    await plan(binh, { subject: 'Huỷ rồi', status: 'cancelled', startsAt: '2031-03-13T02:00:00Z' });
    await plan(binh, { subject: 'Ghi chú', kind: 'note', startsAt: '2031-03-13T02:00:00Z' });

    expect(subjects(await week(an))).toEqual(['Giao mẫu', 'Cùng đi với An']);
    const both = await week(an, `&teams=${teamId}`);
    expect(subjects(both)).toEqual(['Giao mẫu', 'Cùng đi với An']);
    expect(both.busy).toEqual([
      {
        member: binhId,
        startsAt: '2031-03-11T02:00:00.000Z',
        endsAt: '2031-03-11T03:30:00.000Z',
        allDay: false,
      },
    ]);
    expect(JSON.stringify(both)).not.toContain('riêng');
    expect(both.people.map(({ id }: { id: string }) => id)).toEqual([anId, binhId]);
    // Who may read everything is told everything.
    const all = await week(boss, `&members=${anId},${binhId}`);
    expect(subjects(all)).toEqual(['Giao mẫu', 'Việc riêng của Bình', 'Cùng đi với An', 'Huỷ rồi']);
    expect(all.busy).toEqual([]);
    expect(all.items.every(({ mayChange }: { mayChange: boolean }) => mayChange)).toBe(true);
  });

  it('has what began long before and still goes on, and nothing that has ended', async () => {
    await plan(boss, {
      subject: 'Hội chợ cả mùa',
      allDay: true,
      startsAt: '2030-12-01T00:00:00Z',
      endsAt: '2031-03-11T00:00:00Z',
    });
    await plan(boss, {
      subject: 'Mốc',
      startsAt: '2031-03-14T02:00:00Z',
      endsAt: '2031-03-14T02:00:00Z',
    });
    expect(subjects(await week(boss))).toEqual(['Hội chợ cả mùa', 'Mốc']);
    const next = await boss('GET', '/api/v1/calendar?from=2031-03-17&to=2031-03-17');
    expect(next.json.items).toEqual([]);
    const far = await boss('POST', '/api/v1/activities', {
      subject: 'Không bao giờ xong',
      startsAt: '2031-03-01T00:00:00Z',
      endsAt: '2033-03-01T00:00:00Z',
    });
    expect(far.json).toMatchObject({ status: 422, errors: [{ path: 'endsAt' }] });
  });

  it('names days and lunar dates', async () => {
    const { json } = await an('GET', '/api/v1/calendar?from=2026-02-16&to=2026-02-18');
    expect(json.days[1]).toMatchObject({
      date: '2026-02-17',
      lunar: { day: 1, month: 1, leap: false },
      off: true,
      names: [{ label: { vi: 'Tết Nguyên Đán' } }],
    });
  });

  it('is never asked for more than two months, the wrong way round, or of strangers', async () => {
    const status = async (query: string) => (await an('GET', `/api/v1/calendar?${query}`)).status;
    expect(await status('from=2031-03-10&to=2031-03-09')).toBe(422);
    expect(await status('from=2031-03-10&to=2031-06-10')).toBe(422);
    expect(await status('from=2031-02-30&to=2031-03-10')).toBe(422);
    expect(await status(`from=2031-03-10&to=2031-03-10&members=${teamId}`)).toBe(422);
    expect(await status('from=2031-03-10')).toBe(422);
  });
});

describe('a time', () => {
  const asked = (body: object, by = an) => by('POST', '/api/v1/calendar/conflicts', body);

  it('is in the way of what people have on, by name only where one may read it', async () => {
    const slot = { startsAt: '2031-03-10T02:30:00Z', endsAt: '2031-03-11T02:30:00Z' };
    const { json } = await asked({ ...slot, people: [anId, binhId] });
    expect(json.overlaps).toMatchObject([
      { subject: 'Giao mẫu', members: [anId] },
      { id: null, subject: null, members: [binhId] },
    ]);
    const [own] = json.overlaps;
    const moved = await asked({ ...slot, people: [anId], except: own.id });
    expect(moved.json.overlaps).toEqual([]);
  });

  it('that is outside of working hours or on a holiday is said to be', async () => {
    const out = async (startsAt: string, endsAt: string) =>
      (await asked({ startsAt, endsAt, people: [anId] })).json.notWorking;
    expect(await out('2031-03-13T02:00:00Z', '2031-03-13T03:00:00Z')).toEqual([]);
    // The break at noon; an evening; a Sunday; New Year's Day.
    expect(await out('2031-03-13T04:30:00Z', '2031-03-13T05:30:00Z')).toEqual([anId]);
    expect(await out('2031-03-13T12:00:00Z', '2031-03-13T13:00:00Z')).toEqual([anId]);
    expect(await out('2031-03-16T02:00:00Z', '2031-03-16T03:00:00Z')).toEqual([anId]);
    expect(await out('2031-01-01T02:00:00Z', '2031-01-01T03:00:00Z')).toEqual([anId]);
  });

  it('that ends before it begins is refused', async () => {
    const wrong = { startsAt: '2031-03-13T03:00:00Z', endsAt: '2031-03-13T02:00:00Z' };
    expect((await asked({ ...wrong, people: [anId] })).status).toBe(422);
  });
});

describe('free time', () => {
  const free = (body: object) =>
    an('POST', '/api/v1/calendar/free', {
      people: [anId, binhId],
      minutes: 60,
      from: '2031-03-10T00:00:00Z',
      to: '2031-03-14T10:00:00Z',
      ...body,
    });

  it('is where all work and none has anything on', async () => {
    const { json } = await free({ most: 4 });
    expect(json.slots.map(({ startsAt }: { startsAt: string }) => startsAt)).toEqual([
      '2031-03-10T01:00:00.000Z',
      '2031-03-10T03:00:00.000Z',
      '2031-03-10T04:00:00.000Z',
      '2031-03-10T06:00:00.000Z',
    ]);
    const long = await free({ minutes: 240, from: '2031-03-11T00:00:00Z', most: 2 });
    // The morning of the 11th is Bình's own, and nobody is told what for.
    expect(long.json.slots.map(({ startsAt }: { startsAt: string }) => startsAt)).toEqual([
      '2031-03-11T06:00:00.000Z',
      '2031-03-12T06:00:00.000Z',
    ]);
    expect(long.text).not.toContain('riêng');
  });

  it('goes by the hours of each person, on their own clock', async () => {
    await w.database.app.query(
      `update ${w.schema}.member set time_zone = 'Europe/Berlin' where id = $1`,
      [bossId],
    );
    await w.database.app.query(
      'update core.workspace set model_version = model_version + 1 where id = $1',
      [w.id],
    );
    w.workspaces.forget(w.id);
    const { json } = await free({ people: [anId, bossId], from: '2031-03-12T00:00:00Z', most: 3 });
    // 14:00 and 15:00 in Hà Nội are 8:00 and 9:00 in Berlin.
    expect(json.slots[0].startsAt).toBe('2031-03-12T07:00:00.000Z');
  });

  it('is looked for in two months at most', async () => {
    expect((await free({ to: '2032-03-14T10:00:00Z' })).status).toBe(422);
    expect((await free({ to: '2031-03-01T10:00:00Z' })).status).toBe(422);
    expect((await free({ minutes: 0 })).status).toBe(422);
  });
});
