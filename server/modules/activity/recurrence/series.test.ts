import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#engine/context.ts';
import { get, list, removeRecords, updateRecords } from '#engine/records/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import { finishActivity } from '../finish-activity.ts';
import { changeSeries } from './change-series.ts';
import { extendSeries } from './extend-series.ts';
import { planSeries } from './plan-series.ts';

let w: TestWorkspace;
let ctx: Ctx;
let system: Ctx;
let heir: string;
const now = new Date('2026-11-20T03:00:00Z');
const monday = '2026-11-23T02:00:00.000Z';
beforeAll(async () => {
  w = await testWorkspace(declarations);
  const member = await w.addMember(await w.addRole({ '*': rightsOf('own') }));
  heir = await w.addMember(await w.addRole({ '*': rightsOf('own') }));
  ctx = { ...(await w.as(member)), now };
  system = { ...(await w.system()), now };
});

const meeting = {
  kind: 'meeting',
  subject: 'Giao ban',
  startsAt: monday,
  endsAt: '2026-11-23T03:00:00Z',
};
const weekly = (rule = 'FREQ=WEEKLY;BYDAY=MO;COUNT=5') =>
  planSeries(ctx, meeting, { rule, timeZone: 'Asia/Ho_Chi_Minh' });

async function occurrences(recurrence: string) {
  const { items } = await list(ctx, 'activity', {
    where: { field: 'recurrence', op: 'eq', value: recurrence },
    sort: 'startsAt',
    limit: 200,
  });
  return items;
}
const days = (items: readonly Record<string, unknown>[]) =>
  items.map(({ startsAt }) => String(startsAt).slice(5, 16));

describe('a plan that comes again', () => {
  it('is made of activities of their own, some way ahead, and goes on from there', async () => {
    const { recurrence, activity, made } = await weekly();
    expect(made).toBe(5);
    expect(activity).toMatchObject({ startsAt: monday, plannedMinutes: 60, subject: 'Giao ban' });
    expect(days(await occurrences(recurrence.id))).toEqual([
      '11-23T02:00',
      '11-30T02:00',
      '12-07T02:00',
      '12-14T02:00',
      '12-21T02:00',
    ]);
    const endless = await weekly('FREQ=WEEKLY');
    expect(endless.made).toBeGreaterThan(50);
    expect(endless.made).toBeLessThan(62);
    expect(await extendSeries(system)).toBe(0);
    const later = { ...system, now: new Date('2027-11-20T03:00:00Z') };
    expect(await extendSeries(later)).toBe(52);
    expect(await extendSeries(later)).toBe(0);
  });

  it('is refused when it would explode, or has no beginning', async () => {
    await expect(weekly('FREQ=SECONDLY')).rejects.toMatchObject({
      errors: [{ path: 'rule', code: 'badRecurrence' }],
    });
    await expect(planSeries(ctx, { subject: 'x' }, { rule: 'FREQ=DAILY' })).rejects.toMatchObject({
      errors: [{ path: 'values.startsAt', code: 'required' }],
    });
  });

  it('changes from one occurrence on, and leaves what was before', async () => {
    const { recurrence } = await weekly();
    const [, , third] = await occurrences(recurrence.id);
    const changed = await changeSeries(ctx, String(third?.id), {
      scope: 'following',
      values: { startsAt: '2026-12-08T07:30:00Z', place: 'Phòng họp 2' },
    });
    const to = expect.not.stringMatching(recurrence.id);
    expect(changed).toEqual({ from: recurrence.id, to, changed: 3, made: 0, removed: 0 });
    expect(days(await occurrences(recurrence.id))).toEqual(['11-23T02:00', '11-30T02:00']);
    const { recurrence: next } = await get(ctx, 'activity', String(third?.id));
    const id = String((next as { id: string }).id);
    const items = await occurrences(id);
    expect(days(items)).toEqual(['12-08T07:30', '12-15T07:30', '12-22T07:30']);
    expect(
      items.every(({ place, plannedMinutes }) => place === 'Phòng họp 2' && plannedMinutes === 60),
    ).toBe(true);
    expect(await get(ctx, 'recurrence', id)).toMatchObject({
      rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=3',
    });
    expect(String((await get(ctx, 'recurrence', recurrence.id))['rule'])).toContain(
      'UNTIL=20261207T015959Z',
    );
  });

  it('changes altogether, but for what is done, moved by itself, or taken out', async () => {
    const { recurrence } = await weekly();
    const [first, second, third, fourth] = (await occurrences(recurrence.id)).map(({ id }) => id);
    await finishActivity(ctx, String(first), { values: {} });
    await updateRecords(ctx, 'activity', [
      { id: String(second), values: { startsAt: '2026-12-01T02:00:00Z' } },
    ]);
    await removeRecords(ctx, 'activity', [{ id: String(third) }]);
    await changeSeries(ctx, String(fourth), { scope: 'all', values: { place: 'Kho' } });
    const items = await occurrences(recurrence.id);
    expect(days(items)).toEqual(['11-23T02:00', '12-01T02:00', '12-14T02:00', '12-21T02:00']);
    expect(items.map(({ place }) => place)).toEqual([null, 'Kho', 'Kho', 'Kho']);
    await changeSeries(ctx, String(fourth), {
      scope: 'all',
      values: { startsAt: '2026-12-14T03:00:00Z' },
    });
    expect(days(await occurrences(recurrence.id))).toEqual([
      '11-23T02:00',
      '11-30T03:00',
      '12-14T03:00',
      '12-21T03:00',
    ]);
  });

  it('takes the times of a new rule in their order', async () => {
    const { recurrence } = await weekly();
    const [, second] = await occurrences(recurrence.id);
    const rule = 'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=6';
    const changed = await changeSeries(ctx, String(second?.id), { scope: 'following', rule });
    const to = expect.not.stringMatching(recurrence.id);
    expect(changed).toEqual({ from: recurrence.id, to, changed: 4, made: 2, removed: 0 });
    const { recurrence: next } = await get(ctx, 'activity', String(second?.id));
    const items = await occurrences(String((next as { id: string }).id));
    expect(days(items)).toEqual([
      '11-30T02:00',
      '12-03T02:00',
      '12-07T02:00',
      '12-10T02:00',
      '12-14T02:00',
      '12-17T02:00',
    ]);
    const less = { scope: 'following', rule: 'FREQ=WEEKLY;COUNT=2' } as const;
    expect(await changeSeries(ctx, String(items[2]?.id), less)).toMatchObject({
      changed: 2,
      removed: 2,
    });
  });

  it('ends from one occurrence on', async () => {
    const { recurrence } = await weekly('FREQ=WEEKLY');
    const [, second] = await occurrences(recurrence.id);
    await changeSeries(ctx, String(second?.id), { scope: 'following', remove: true });
    expect(days(await occurrences(recurrence.id))).toEqual(['11-23T02:00']);
    await extendSeries({ ...system, now: new Date('2028-01-01T00:00:00Z') });
    expect(await occurrences(recurrence.id)).toHaveLength(1);
  });

  it('goes on as whose it is, and holds up no other that cannot', async () => {
    const lost = await weekly('FREQ=WEEKLY;INTERVAL=2');
    const kept = await weekly('FREQ=WEEKLY');
    await updateRecords(
      system,
      'recurrence',
      [
        { id: kept.recurrence.id, values: { owner: heir } },
        { id: lost.recurrence.id, values: { values: { account: lost.recurrence.id } } },
      ],
      { trusted: true },
    );
    expect(
      await extendSeries({ ...system, now: new Date('2027-11-20T03:00:00Z') }),
    ).toBeGreaterThan(40);
    const { items } = await list(system, 'activity', {
      where: { field: 'recurrence', op: 'eq', value: kept.recurrence.id },
      sort: '-startsAt',
      limit: 1,
    });
    expect(items[0]).toMatchObject({ owner: { id: heir }, subject: 'Giao ban' });
  });

  it('is given to somebody else from one occurrence on', async () => {
    const all = {
      ...(await w.as(await w.addMember(await w.addRole({ '*': rightsOf('all') })))),
      now,
    };
    const { recurrence, activity } = await weekly();
    await changeSeries(all, activity.id, { scope: 'all', values: { owner: heir } });
    expect(await get(all, 'recurrence', recurrence.id)).toMatchObject({ owner: { id: heir } });
    expect(await get(all, 'activity', activity.id)).toMatchObject({ owner: { id: heir } });
  });

  it('takes a new rule where nothing of it is left', async () => {
    const { activity, recurrence } = await weekly('FREQ=WEEKLY;COUNT=1');
    await finishActivity(ctx, activity.id, { values: {} });
    const daily = { scope: 'all', rule: 'FREQ=DAILY;COUNT=3' } as const;
    expect(await changeSeries(ctx, activity.id, daily)).toMatchObject({ changed: 0, removed: 0 });
    expect((await occurrences(recurrence.id)).length).toBeGreaterThan(1);
  });

  it.each([
    ['status', 'forgotten'],
    ['deletedAt', '2026-01-01T00:00:00Z'],
    ['createdBy', null],
    ['plannedMinutes', 7],
    ['recurrenceSlot', '2026-01-01T00:00:00Z'],
  ])('lets nobody write %s who may not write it of one', async (key, value) => {
    const { activity } = await weekly();
    const values = { [key]: value };
    const before = await get(ctx, 'activity', activity.id);
    const change = changeSeries(ctx, activity.id, { scope: 'all', values });
    if (key === 'recurrenceSlot') await change;
    else
      await expect(change).rejects.toMatchObject({
        errors: expect.arrayContaining([{ path: key, code: 'notWritable' }]),
      });
    expect(await get(ctx, 'activity', activity.id)).toMatchObject({
      recurrenceSlot: before['recurrenceSlot'],
    });
    const planned = planSeries(ctx, { ...meeting, ...values }, { rule: 'FREQ=WEEKLY;COUNT=2' });
    if (key !== 'recurrenceSlot') await expect(planned).rejects.toMatchObject({ code: 'invalid' });
  });

  it.each([
    [{ startsAt: 'mai' }, 'values.startsAt', 'badDate'],
    [{ endsAt: {} }, 'values.endsAt', 'badDate'],
    [{ endsAt: '2026-11-23T01:00:00Z' }, 'values.endsAt', 'endsEarly'],
  ])('refuses %j', async (values, path, code) => {
    const { activity } = await weekly();
    const change = changeSeries(ctx, activity.id, { scope: 'all', values });
    await expect(change).rejects.toMatchObject({ errors: [{ path, code }] });
  });

  it('is changed by who may change it only', async () => {
    const { activity } = await weekly();
    const stranger = await w.as(await w.addMember(await w.addRole({ '*': rightsOf('own') })));
    await expect(
      changeSeries(stranger, activity.id, { scope: 'all', remove: true }),
    ).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});
