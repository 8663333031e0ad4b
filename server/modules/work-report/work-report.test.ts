import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#engine/context.ts';
import { createRecords, list, updateRecords } from '#engine/records/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import { exportReport } from './export-report.ts';
import { before } from './stretch.ts';
import { workReport, type ReportQuery } from './work-report.ts';

let w: TestWorkspace;
let system: Ctx;
let team: string;
let [leader, lan, minh, hoa]: string[] = [];
const now = new Date('2026-11-20T03:00:00Z');
const as = async (id: string | undefined) => ({ ...(await w.as(String(id))), now });
const november = { from: '2026-11-01', to: '2026-11-30', by: 'person' } satisfies ReportQuery;

beforeAll(async () => {
  w = await testWorkspace(declarations);
  team = await w.addTeam('Bắc');
  const seller = await w.addRole({ '*': rightsOf('own') });
  leader = await w.addMember(await w.addRole({ '*': rightsOf('below') }), [team]);
  lan = await w.addMember(seller, [team]);
  minh = await w.addMember(seller, [team]);
  hoa = await w.addMember(seller, [await w.addTeam('Nam')]);

  system = { ...(await w.system()), now };
  const [account] = await createRecords(await as(lan), 'account', [{ name: 'Hoa Sen' }]);
  const call = (owner: string | undefined, values: object) => ({
    kind: 'call',
    owner,
    account: account?.id,
    startsAt: '2026-11-10T02:00:00Z',
    ...values,
  });
  const made = await createRecords(system, 'activity', [
    call(lan, { status: 'done', result: 'reached', actualMinutes: 12 }),
    call(lan, { status: 'done', result: 'noAnswer', actualMinutes: 1 }),
    call(lan, { status: 'cancelled' }),
    call(minh, {
      kind: 'visit',
      status: 'done',
      actualMinutes: 95,
      about: [`account:${account?.id}`],
    }),
    call(minh, { startsAt: '2026-11-25T02:00:00Z' }),
    call(hoa, { status: 'done' }),
    call(lan, { status: 'done', startsAt: '2026-10-05T02:00:00Z' }),
    // The last minute of October where they are.
    call(lan, { status: 'done', startsAt: '2026-10-31T16:59:00Z' }),
    call(lan, { kind: 'note', startsAt: '2026-11-11T02:00:00Z' }),
  ]);
  await updateRecords(system, 'activity', [
    { id: String(made[4]?.id), values: { status: 'forgotten' } },
  ]);
});

const rowOf = async (ctx: Ctx, id: string | undefined, query: ReportQuery = november) =>
  (await workReport(ctx, query)).rows.find(
    ({ key }) => typeof key === 'object' && key !== null && 'id' in key && key.id === id,
  );

describe('the work report', () => {
  it('counts what was planned, done, forgotten and cancelled, the minutes and who was reached', async () => {
    const ctx = await as(leader);
    expect((await rowOf(ctx, lan))?.figures).toEqual({
      planned: 3,
      done: 2,
      open: 0,
      forgotten: 0,
      cancelled: 1,
      minutesPlanned: 30,
      minutesActual: 13,
      calls: 2,
      reached: 1,
      visits: 0,
      newCustomers: 1,
    });
    expect((await rowOf(ctx, minh))?.figures).toMatchObject({
      planned: 2,
      done: 1,
      forgotten: 1,
      visits: 1,
    });
  });

  it('sets the month before beside it, by the days of who asks', async () => {
    expect((await rowOf(await as(leader), lan))?.before).toMatchObject({ planned: 2, done: 2 });
    const { days } = await workReport(await as(leader), november);
    expect(days.map(({ day }) => day)).toEqual(['2026-11-10', '2026-11-25']);
  });

  it('has the list behind each number', async () => {
    const ctx = await as(leader);
    const report = await workReport(ctx, november);
    for (const row of report.rows)
      for (const key of [
        'planned',
        'done',
        'forgotten',
        'cancelled',
        'reached',
        'visits',
      ] as const) {
        const figure = report.figureWhere[key];
        const where = { and: [report.where, row.where, ...(figure ? [figure] : [])] };
        expect((await list(ctx, 'activity', { where })).total.value, key).toBe(row.figures[key]);
      }
    const customers = { and: [report.customersWhere, { field: 'owner', op: 'eq', value: lan }] };
    expect((await list(ctx, 'account', { where: customers })).total.value).toBe(1);
  });

  it('shows a manager their team, a seller themselves and the system all', async () => {
    const people = async (ctx: Ctx) =>
      new Set((await workReport(ctx, november)).rows.map(({ key }) => (key as { id: string }).id));
    expect(await people(await as(leader))).toEqual(new Set([lan, minh]));
    // Of a colleague with the same customer, which a seller sees, nothing is counted.
    expect(await people(await as(lan))).toEqual(new Set([lan]));
    expect(await people(system)).toEqual(new Set([lan, minh, hoa]));
  });

  it('reports by team, customer, kind and matter, where an end before its beginning is refused', async () => {
    const ctx = await as(leader);
    const by = async (what: ReportQuery['by']) =>
      (await workReport(ctx, { ...november, by: what })).rows.map(({ key, figures }) => [
        key,
        figures.planned,
        figures.newCustomers,
      ]);
    expect(await by('team')).toEqual([[{ id: team, title: 'Bắc' }, 5, 1]]);
    expect(await by('customer')).toMatchObject([[{ title: 'Hoa Sen' }, 5, null]]);
    expect(await by('kind')).toEqual([
      ['call', 4, null],
      ['visit', 1, null],
    ]);
    expect(await by('matter')).toMatchObject([
      [null, 4, null],
      [{ title: 'Hoa Sen' }, 1, null],
    ]);
    await expect(workReport(ctx, { ...november, to: '2026-10-01' })).rejects.toMatchObject({
      errors: [{ path: 'to', code: 'endsEarly' }],
    });
  });

  it('is a file with the sum at its end', async () => {
    const { content, fileName } = await exportReport(await as(leader), november, 'csv');
    expect(fileName).toBe('work-report-2026-11-01-2026-11-30.csv');
    const lines = (await text(content)).trim().split('\r\n');
    expect(lines[0]).toBe(
      'Người phụ trách,Trong kế hoạch,Xong,Chưa xong,Bị quên,Đã huỷ,Phút dự kiến,Phút thực tế,Cuộc gọi,Gọi được,Lượt thăm,Khách mới',
    );
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toBe('Cộng,5,3,0,1,1,130,108,2,1,1,1');
  });
});

it.each([
  ['2026-11-01', '2026-11-30', '2026-10-01', '2026-10-31'],
  ['2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['2026-01-01', '2026-03-31', '2025-10-01', '2025-12-31'],
  ['2026-11-16', '2026-11-22', '2026-11-09', '2026-11-15'],
  ['2026-11-22', '2026-11-22', '2026-11-21', '2026-11-21'],
])('before %s to %s lie %s to %s', (from, to, earlier, until) => {
  expect(before({ from, to })).toEqual({ from: earlier, to: until });
});
