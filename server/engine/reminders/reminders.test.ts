import { beforeAll, describe, expect, it } from 'vitest';
import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';
import type { Ctx } from '../context.ts';
import { tellPeople } from '../notices/tell-people.ts';
import { readAll } from '../testing/read-all.ts';
import { createRecords, removeRecords, restoreRecords, updateRecords } from '../records/index.ts';
import { qualified } from '../records/sql.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { fireReminders } from './fire-reminders.ts';
import { moveToZone } from './move-to-zone.ts';
import { syncAllReminders } from './sync-all-reminders.ts';

/** A show of toys: it begins, helpers take part, and they are reminded some minutes before. */
const show = defineObject({
  key: 'show',
  path: 'shows',
  label: { vi: 'Buổi diễn', en: 'Show' },
  pluralLabel: { vi: 'Buổi diễn', en: 'Shows' },
  title: 'name',
  reach: 'owned',
  fields: {
    name: f.text({ vi: 'Tên', en: 'Name' }, { required: true }),
    begins: f.dateTime({ vi: 'Bắt đầu', en: 'Begins' }),
    dayLong: f.boolean({ vi: 'Cả ngày', en: 'All day' }),
    state: f.text({ vi: 'Trạng thái', en: 'State' }, { default: 'planned' }),
    helper: f.member({ vi: 'Người phụ', en: 'Helper' }),
    minutes: f.multiSelect(
      { vi: 'Nhắc trước', en: 'Remind before' },
      { options: ['0', '15', '60'].map((value) => ({ value, label: { vi: value, en: value } })) },
    ),
  },
  remind: {
    at: 'begins',
    who: ['owner', 'helper'],
    minutes: 'minutes',
    while: { field: 'state', in: ['planned'] },
    wholeDay: 'dayLong',
  },
});

/** A toy is due on a day. */
const repair = defineObject({
  key: 'repair',
  path: 'repairs',
  label: { vi: 'Sửa đồ chơi', en: 'Repair' },
  pluralLabel: { vi: 'Sửa đồ chơi', en: 'Repairs' },
  title: 'name',
  reach: 'owned',
  fields: {
    name: f.text({ vi: 'Tên', en: 'Name' }, { required: true }),
    dueOn: f.date({ vi: 'Hạn', en: 'Due' }),
  },
  remind: { at: 'dueOn', who: ['owner'], minutes: [0, 1440] },
});

let w: TestWorkspace;
let me: string;
let other: string;
beforeAll(async () => {
  w = await testWorkspace({ objects: [show, repair], rules: new Map() });
  const own = await w.addRole({ '*': rightsOf('own') });
  me = await w.addMember(own);
  other = await w.addMember(own);
});

const at = (ctx: Ctx, now: string): Ctx => ({ ...ctx, now: new Date(now) });

/** The system at a given time, with everything told that happened before. */
async function clock(now: string): Promise<Ctx> {
  const ctx = at(await w.system(), now);
  await readAll(ctx);
  return ctx;
}

async function fire(now: string): Promise<void> {
  await fireReminders(await clock(now));
}

async function make(object: string, values: object, now: string): Promise<string> {
  const ctx = at(await w.as(me), now);
  const [made] = await createRecords(ctx, object, [{ name: 'X', ...values }]);
  return String(made?.id);
}

async function told(recordId: string): Promise<string[]> {
  const ctx = await w.system();
  const rows = await ctx.db.query(
    `select member_id, params->>'minutes', at from ${qualified(w.schema, 'notice')}
     where record_id = $1 and kind = 'reminder' order by at, member_id`,
    [recordId],
  );
  const names = new Map([
    [me, 'me'],
    [other, 'other'],
  ]);
  return rows.map(
    ([member, minutes, when]) =>
      `${names.get(String(member))} ${String(minutes)} ${new Date(String(when)).toISOString()}`,
  );
}

const change = async (id: string, values: object, now: string) =>
  updateRecords(at(await w.as(me), now), 'show', [{ id, values }]);

describe('reminders', () => {
  it('come so many minutes before, each once, also when asked for twice', async () => {
    const id = await make(
      'show',
      { begins: '2026-03-02T09:00:00+07:00', minutes: ['15', '0'] },
      '2026-03-01T00:00:00Z',
    );
    await fire('2026-03-02T01:44:00Z');
    expect(await told(id)).toEqual([]);
    await fire('2026-03-02T01:45:00Z');
    await fire('2026-03-02T01:45:00Z');
    expect(await told(id)).toEqual(['me 15 2026-03-02T01:45:00.000Z']);
    await fire('2026-03-02T02:00:30Z');
    expect(await told(id)).toHaveLength(2);
  });

  it('are not told twice when the clock goes back, and none is lost when it goes forth', async () => {
    const id = await make(
      'show',
      { begins: '2026-03-03T09:00:00Z', minutes: ['60', '0'] },
      '2026-03-01T00:00:00Z',
    );
    await fire('2026-03-03T08:30:00Z');
    await change(id, { name: 'Y' }, '2026-03-03T07:30:00Z');
    await fire('2026-03-03T07:30:00Z');
    await fire('2026-03-03T08:01:00Z');
    expect(await told(id)).toHaveLength(1);
    await fire('2026-03-04T09:00:00Z');
    expect(await told(id)).toHaveLength(2);
  });

  it('go by the clock of the database, whatever that of a process says', async () => {
    const begins = new Date(Date.now() + 86_400_000).toISOString();
    const id = await make('show', { begins, minutes: ['0'] }, new Date().toISOString());
    await clock(new Date().toISOString());
    const wrong = at(await w.system(), new Date(Date.now() + 2 * 86_400_000).toISOString());
    await tellPeople.run(wrong);
    expect(await told(id)).toEqual([]);
  });

  it('move with their record, and go with one that is cancelled or removed', async () => {
    const id = await make(
      'show',
      { begins: '2026-04-01T09:00:00Z', minutes: ['15'] },
      '2026-03-01T00:00:00Z',
    );
    await clock('2026-03-01T00:00:00Z');
    await change(id, { begins: '2026-04-02T09:00:00Z' }, '2026-03-02T00:00:00Z');
    await fire('2026-04-01T10:00:00Z');
    expect(await told(id)).toEqual([]);
    await change(id, { state: 'cancelled' }, '2026-04-01T11:00:00Z');
    await fire('2026-04-02T08:45:00Z');
    expect(await told(id)).toEqual([]);
    await change(id, { state: 'planned', begins: '2026-04-05T09:00:00Z' }, '2026-04-03T00:00:00Z');
    const ctx = at(await w.as(me), '2026-04-03T00:00:00Z');
    await clock('2026-04-03T00:00:00Z');
    await removeRecords(ctx, 'show', [{ id }]);
    await fire('2026-04-05T08:45:00Z');
    expect(await told(id)).toEqual([]);
    await restoreRecords(at(await w.as(me), '2026-04-05T08:50:00Z'), 'show', [id]);
    await change(id, { begins: '2026-04-06T09:00:00Z' }, '2026-04-05T08:51:00Z');
    await fire('2026-04-06T08:45:00Z');
    expect(await told(id)).toHaveLength(1);
  });

  it('of a record that was changed just now are right although nobody has read of it yet', async () => {
    const id = await make(
      'show',
      { begins: '2026-05-01T09:00:00Z', minutes: ['0'] },
      '2026-03-01T00:00:00Z',
    );
    await clock('2026-03-01T00:00:00Z');
    await change(id, { begins: '2026-05-01T12:00:00Z' }, '2026-05-01T08:59:59Z');
    await fireReminders(at(await w.system(), '2026-05-01T09:00:00Z'));
    expect(await told(id)).toEqual([]);
    await fire('2026-05-01T12:00:00Z');
    expect(await told(id)).toEqual(['me 0 2026-05-01T12:00:00.000Z']);
  });

  it('reach nobody who may not see the record', async () => {
    const id = await make(
      'show',
      { begins: '2026-06-01T09:00:00Z', minutes: ['0'], helper: other },
      '2026-03-01T00:00:00Z',
    );
    await fire('2026-06-01T09:00:00Z');
    expect(await told(id)).toEqual(['me 0 2026-06-01T09:00:00.000Z']);
  });

  it('of a day come in the morning of the place where each person is, also when clocks change', async () => {
    const id = await make('repair', { dueOn: '2026-10-25' }, '2026-03-01T00:00:00Z');
    await fire('2026-10-24T01:00:00Z');
    await fire('2026-10-25T00:59:50Z');
    expect(await told(id)).toEqual(['me 1440 2026-10-24T01:00:00.000Z']);
    await fire('2026-10-25T01:00:00Z');
    expect(await told(id)).toHaveLength(2);

    await live('Europe/Berlin');
    const spring = await make('repair', { dueOn: '2026-03-29' }, '2026-03-02T00:00:00Z');
    const autumn = await make('repair', { dueOn: '2026-10-25' }, '2026-03-02T00:00:00Z');
    // The day before is winter time, the day itself summer time; and the other way round.
    for (const now of ['2026-03-28T07:00:00Z', '2026-03-29T06:00:00Z']) await fire(now);
    for (const now of ['2026-10-24T06:00:00Z', '2026-10-25T07:00:00Z']) await fire(now);
    expect(await told(spring)).toEqual([
      'me 1440 2026-03-28T07:00:00.000Z',
      'me 0 2026-03-29T06:00:00.000Z',
    ]);
    expect(await told(autumn)).toEqual([
      'me 1440 2026-10-24T06:00:00.000Z',
      'me 0 2026-10-25T07:00:00.000Z',
    ]);
    await live('Asia/Ho_Chi_Minh');
  });

  it('of a day move along with who moves to another zone', async () => {
    const id = await make('repair', { dueOn: '2026-12-10' }, '2026-03-02T00:00:00Z');
    const before = await clock('2026-03-02T00:00:00Z');
    await live('Europe/Berlin');
    await moveToZone.run(
      at(await w.system(), before.now.toISOString()),
      { workspaceId: w.id, member: me },
      async () => before,
    );
    await fire('2026-12-10T01:00:00Z');
    await fire('2026-12-10T07:00:00Z');
    expect((await told(id)).at(-1)).toBe('me 0 2026-12-10T07:00:00.000Z');
    expect(await told(id)).toHaveLength(2);
    await live('Asia/Ho_Chi_Minh');
  });

  it('of a moment are instants: the hour that comes twice is told once, at its first', async () => {
    const id = await make(
      'show',
      { begins: '2026-10-25T02:30:00+02:00', minutes: ['0'] },
      '2026-03-01T00:00:00Z',
    );
    await fire('2026-10-25T00:30:00Z');
    await fire('2026-10-25T01:30:00Z');
    expect(await told(id)).toEqual(['me 0 2026-10-25T00:30:00.000Z']);
  });

  it('are all made anew from the records', async () => {
    const id = await make(
      'show',
      { begins: '2027-01-01T09:00:00Z', minutes: ['0'] },
      '2026-03-01T00:00:00Z',
    );
    const ctx = await clock('2026-03-01T00:00:00Z');
    await ctx.db.query(`delete from ${qualified(w.schema, 'reminder')}`, []);
    await syncAllReminders(ctx);
    await fire('2027-01-01T09:00:00Z');
    expect(await told(id)).toHaveLength(1);
  });

  it('are told by whoever comes first when several do it at a time', async () => {
    const ctx = at(await w.as(me), '2026-03-01T00:00:00Z');
    const inputs = Array.from({ length: 450 }, (_, i) => ({
      name: `Đợt ${i}`,
      begins: '2027-02-01T09:00:00Z',
      minutes: ['0'],
    }));
    await createRecords(ctx, 'show', inputs);
    const then = await clock('2027-02-01T09:00:00Z');
    const early = await clock('2026-03-01T00:00:00Z');
    await syncAllReminders(early);
    await Promise.all([fireReminders(then), fireReminders(then), fireReminders(then)]);
    const [row] = await then.db.query(
      `select count(*)::int from ${qualified(w.schema, 'notice')} where kind = 'reminder' and at = $1`,
      ['2027-02-01T09:00:00Z'],
    );
    expect(row?.[0]).toBe(450);
  });
});

async function live(zone: string): Promise<void> {
  const ctx = await w.system();
  await ctx.db.query(`update ${qualified(w.schema, 'member')} set time_zone = $1 where id = $2`, [
    zone,
    me,
  ]);
  await ctx.db.query('update core.workspace set model_version = model_version + 1 where id = $1', [
    w.id,
  ]);
  w.workspaces.forget(w.id);
}
