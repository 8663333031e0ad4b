import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#engine/context.ts';
import { createRecords, get, idOf, list, updateRecords } from '#engine/records/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import { usualStalled } from '#shared/stalled.ts';
import { findStalled } from './find-stalled.ts';
import { handOver } from './hand-over.ts';
import { makeMonthlySheets } from './monthly-sheets.ts';
import { makeSheet } from './make-sheet.ts';
import { readSheet } from './read-sheet.ts';
import { undoHandOver } from './undo-hand-over.ts';
import { whoseOf } from './whose.ts';

const now = new Date('2026-11-20T03:00:00Z');
const at = (days: number) => new Date(now.getTime() - days * 86_400_000);

let w: TestWorkspace;
let team: string;
let [leader, lan, minh, hoa]: string[] = [];
const as = async (id: string | undefined, when = now): Promise<Ctx> => ({
  ...(await w.as(String(id))),
  now: when,
});

beforeAll(async () => {
  w = await testWorkspace(declarations);
  team = await w.addTeam('Bắc');
  const seller = await w.addRole({ '*': rightsOf('own') });
  const manager = await w.addRole({ '*': rightsOf('below') });
  leader = await w.addMember(manager, [team]);
  lan = await w.addMember(seller, [team]);
  minh = await w.addMember(seller, [team]);
  hoa = await w.addMember(seller, [await w.addTeam('Nam')]);
  await (
    await w.system()
  ).db.query(`update "${w.schema}".team set leader_id = $1 where id = $2`, [leader, team]);
  w.workspaces.forget(w.id);
});

const make = async (ctx: Ctx, object: string, values: object): Promise<string> =>
  String((await createRecords(ctx, object, [values]))[0]?.id);
const customer = async (values: object, { by = lan, days = 100 } = {}) =>
  make(await as(by, at(days)), 'account', { stage: 'customer', potential: 'a', ...values });
const sheetOf = async (by: string | undefined) => {
  const ctx = await as(by);
  return readSheet(ctx, (await makeSheet(ctx, whoseOf(ctx))).id);
};

describe('a sheet of stalled customers', () => {
  it('has whoever stood still for longer than their stage and potential allow, with the value at risk', async () => {
    const still = await customer({
      name: 'Đứng yên',
      yearlyRevenue: { amount: '500000000', currency: 'VND' },
    });
    const booked = await customer({ name: 'Có đặt hàng' });
    await make(await as(lan), 'bookingPlan', {
      account: booked,
      name: 'Quà Tết',
      budget: { amount: '120000000', currency: 'VND' },
    });
    const called = await customer({ name: 'Vừa gọi' });
    await make(await as(lan, at(3)), 'activity', {
      kind: 'call',
      account: called,
      status: 'done',
      result: 'reached',
    });
    const moved = await customer({ name: 'Vừa đổi giai đoạn', stage: 'inTalks' });
    await updateRecords(await as(lan, at(5)), 'account', [
      { id: moved, values: { stage: 'customer' } },
    ]);
    await customer({ name: 'Khách ít tiềm năng', potential: 'd' }, { days: 60 });
    await customer({ name: 'Đã mất', stage: 'lost' });
    const far = await customer({ name: 'Nhóm khác' }, { by: hoa });

    const { sheet, lines, totals } = await sheetOf(leader);
    expect(lines.map(({ name }) => name)).toEqual(['Đứng yên', 'Có đặt hàng']);
    expect(lines[0]).toMatchObject({
      account: { id: still, title: 'Đứng yên' },
      keeper: { id: lan },
      idleDays: 100,
      why: ['Không hoạt động, không đổi giai đoạn 100 ngày; cho phép 30 ngày'],
      valueAtRisk: { amount: '500000000', currency: 'VND' },
      valueFrom: 'revenue',
      outcome: { handover: null, contacted: false, gone: false },
    });
    expect(lines[1]).toMatchObject({ valueFrom: 'bookings' });
    expect(sheet).toMatchObject({ customers: 2, valueAtRisk: { amount: '620000000' } });
    expect(totals.handedOver).toBe(0);
    expect(lines.some(({ account }) => JSON.stringify(account).includes(far))).toBe(false);
  });

  it('says that calls are not answered, and that nobody is in charge', async () => {
    const called = await customer({ name: 'Gọi hoài' }, { days: 20 });
    for (const days of [9, 6, 2])
      await make(await as(lan, at(days)), 'activity', {
        kind: 'call',
        account: called,
        status: 'done',
        result: 'noAnswer',
      });
    const orphan = await customer({ name: 'Mồ côi' }, { days: 5 });
    await updateRecords(await w.system(), 'account', [
      { id: orphan, values: { owner: null, team } },
    ]);
    const { lines } = await sheetOf(leader);
    expect(lines.find(({ name }) => name === 'Gọi hoài')).toMatchObject({
      reasons: ['unanswered'],
      why: ['3 cuộc gọi trong 30 ngày không ai nghe'],
    });
    expect(lines.find(({ name }) => name === 'Mồ côi')).toMatchObject({
      why: ['Chưa có người phụ trách'],
      keeper: null,
    });
  });

  it('suggests a colleague with less to do, of the same region first', async () => {
    for (let i = 0; i < 3; i += 1)
      await customer({ name: `Miền Trung ${i}`, region: 'central' }, { by: minh, days: 1 });
    await customer({ name: 'Ở Huế', region: 'central' });
    const { lines } = await sheetOf(leader);
    const found = lines.find(({ name }) => name === 'Ở Huế');
    expect(found).toMatchObject({ suggested: { id: minh } });
    expect(found?.whySuggested[0]).toContain('3 khách cùng khu vực');
  });

  it('stays as it was, and is not for who only sees their own', async () => {
    const { sheet } = await sheetOf(leader);
    const ctx = await as(leader);
    const before = await readSheet(ctx, sheet.id);
    const [line] = before.lines;
    const id = idOf(line?.account) ?? '';
    await updateRecords(ctx, 'account', [{ id, values: { name: 'Tên mới' } }]);
    expect((await readSheet(ctx, sheet.id)).lines[0]).toMatchObject({
      name: line?.name,
      idleDays: line?.idleDays,
    });
    await expect(readSheet(await as(hoa), sheet.id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(sheetOf(hoa)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('comes by itself on the first of a month, once', async () => {
    const first = { ...(await w.system()), now: new Date('2026-12-01T00:10:00Z') };
    await makeMonthlySheets(first);
    await makeMonthlySheets(first);
    const { items } = await list(await as(leader), 'stalledSheet', {
      where: { field: 'month', op: 'eq', value: '2026-12-01' },
    });
    expect(items).toMatchObject([
      { name: 'Khách bị bỏ quên tháng 12/2026', owner: { id: leader } },
    ]);
    const rows = await first.db.query(
      `select member_id from "${w.schema}".notice where kind = 'stalledSheet'`,
      [],
    );
    expect(rows).toEqual([[leader]]);
  });

  it('holds up no other manager by one who may not know enough of customers, and tells of one it told nobody of', async () => {
    const blind = await w.addRole({
      '*': rightsOf('below', { fields: { stage: 'hidden' } }),
    });
    const second = await w.addRole({ '*': rightsOf('below') });
    const ofLeader = async (role: string, name: string) => {
      const id = await w.addTeam(name);
      const member = await w.addMember(role, [id]);
      const { db } = await w.system();
      await db.query(`update "${w.schema}".team set leader_id = $1 where id = $2`, [member, id]);
      return member;
    };
    await ofLeader(blind, 'Không rõ');
    const other = await ofLeader(second, 'Sau');
    w.workspaces.forget(w.id);
    const first = { ...(await w.system()), now: new Date('2027-01-01T00:10:00Z') };
    const told = async () => {
      const rows = await first.db.query(
        `select member_id from "${w.schema}".notice where key = 'stalledSheet:2027-01-01'`,
        [],
      );
      return new Set(rows.map(([member]) => member));
    };
    await makeMonthlySheets(first);
    expect(await told()).toEqual(new Set([leader, other]));
    await first.db.query(`delete from "${w.schema}".notice where member_id = $1`, [other]);
    await makeMonthlySheets(first);
    expect(await told()).toEqual(new Set([leader, other]));
  });

  it('counts those it has no room for', async () => {
    const [keeper, many] = [await w.addMember(await w.addRole({ '*': rightsOf('team') })), 2003];
    const ctx = await as(keeper);
    await ctx.db.query(
      `insert into "${w.schema}".account (id, version, created_at, updated_at, owner, kind, name, stage, potential)
       select gen_random_uuid(), 1, '2026-08-01', '2026-08-01', $1, 'company', 'Khách ' || i, 'customer', 'a'
       from generate_series(1, ${many}) i`,
      [keeper],
    );
    const { stalled, left } = await findStalled(ctx, usualStalled, whoseOf(ctx), new Set());
    expect([stalled.length, left]).toEqual([2000, 3]);
  });
});

describe('handing customers over', () => {
  it('takes their people and open work along, keeps what was done, tells both, and shows what came of it', async () => {
    const account = await customer({ name: 'Bàn giao' });
    const own = await as(lan, at(90));
    const contact = await make(own, 'contact', { name: 'Lê Hà', account });
    const open = await make(own, 'activity', { kind: 'task', subject: 'Gửi mẫu', account });
    const done = await make(own, 'activity', { kind: 'call', account, status: 'done' });
    const { sheet } = await sheetOf(leader);
    const manager = await as(leader);
    const given = await handOver(manager, {
      accounts: [account],
      to: String(minh),
      note: 'Thích gọi buổi sáng',
      sheet: sheet.id,
    });
    expect(given).toMatchObject({ customers: 1, along: 2 });
    const ownerOf = async (object: string, id: string) =>
      (await get(await w.system(), object, id))['owner'];
    expect(await ownerOf('account', account)).toMatchObject({ id: minh });
    expect(await ownerOf('contact', contact)).toMatchObject({ id: minh });
    expect(await ownerOf('activity', open)).toMatchObject({ id: minh });
    expect(await ownerOf('activity', done)).toMatchObject({ id: lan });
    const told = await manager.db.query(
      `select member_id, params from "${w.schema}".notice where kind = 'handedOver'`,
      [],
    );
    expect(told).toMatchObject([[lan, { count: 1, of: 'account' }]]);

    const later = await as(minh, new Date(now.getTime() + 86_400_000));
    await make(later, 'activity', { kind: 'call', account, status: 'done', result: 'reached' });
    await updateRecords(later, 'account', [{ id: account, values: { stage: 'lost' } }]);
    const shown = await readSheet(manager, sheet.id);
    expect(shown.lines.find(({ name }) => name === 'Bàn giao')?.outcome).toMatchObject({
      handover: { to: { id: minh } },
      contacted: true,
      stage: 'lost',
      lost: true,
    });
    expect(shown.totals).toMatchObject({ handedOver: 1, contacted: 1, lost: 1 });
  });

  it('can be taken back, but for what went on to somebody else', async () => {
    const [one, two] = [await customer({ name: 'Một' }), await customer({ name: 'Hai' })];
    const contact = await make(await as(lan), 'contact', { name: 'An', account: one });
    const manager = await as(leader);
    const { handovers } = await handOver(manager, { accounts: [one, two], to: String(minh) });
    await updateRecords(manager, 'account', [{ id: two, values: { owner: leader } }]);
    expect(await undoHandOver(manager, handovers)).toEqual({ customers: 1, stayed: 1 });
    expect(await undoHandOver(manager, handovers)).toEqual({ customers: 0, stayed: 2 });
    expect(await get(manager, 'account', one)).toMatchObject({
      owner: { id: lan },
      team: { id: team },
    });
    expect(await get(manager, 'contact', contact)).toMatchObject({ owner: { id: lan } });
  });

  it('is for who may change them', async () => {
    const account = await customer({ name: 'Không phải của mình' });
    const stranger = await as(hoa);
    const asked = { accounts: [account], to: String(hoa) };
    await expect(handOver(stranger, asked)).rejects.toMatchObject({ code: 'notFound' });
    const nobody = handOver(await as(leader), { accounts: [account], to: account });
    await expect(nobody).rejects.toMatchObject({ errors: [{ path: 'to', code: 'notFound' }] });
  });
});
