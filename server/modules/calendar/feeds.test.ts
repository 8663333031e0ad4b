import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#engine/context.ts';
import {
  createRecords,
  list,
  removeRecords,
  restoreRecords,
  updateRecords,
} from '#engine/records/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import { changeSeries, planSeries } from '../activity/index.ts';
import { makeFeed, readFeed } from './feeds.ts';

let w: TestWorkspace;
let an: Ctx;
let [anId, binhId] = ['', ''];
const now = new Date('2026-11-20T03:00:00Z');
const dayMs = 86_400_000;

beforeAll(async () => {
  w = await testWorkspace(declarations);
  const own = await w.addRole({ '*': rightsOf('own') });
  [anId, binhId] = [await w.addMember(own), await w.addMember(own)];
  an = { ...(await w.as(anId)), now };
});

/** What other programs see of a calendar at a moment. */
async function read(secret: string, at: Date = now) {
  const text = await readFeed({ ...(await w.system()), now: at }, secret, 'http://crm.test');
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => ({
    uid: String(event.getFirstPropertyValue('uid')),
    status: event.getFirstPropertyValue('status'),
    sequence: Number(event.getFirstPropertyValue('sequence')),
    summary: event.getFirstPropertyValue('summary'),
    says: event.getAllProperties().map(({ name }) => name),
    without: event.getAllProperties('exdate').length,
  }));
}
const feedOf = async (memberId: string) =>
  (await makeFeed({ ...(await w.as(memberId)), now })).secret;
const meeting = async (subject: string, more: object = {}) => {
  const values = { kind: 'meeting', subject, startsAt: '2026-11-23T02:00:00Z', ...more };
  const [made] = await createRecords(an, 'activity', [values]);
  if (!made) throw new Error('nothing was made');
  return made.id;
};

describe('what is in a feed no more', () => {
  it('is said to be cancelled for thirty days, and nothing else of it', async () => {
    const id = await meeting('Chốt mẫu', { place: 'Kho', description: '<p>Giá</p>' });
    const secret = await feedOf(anId);
    const [before] = await read(secret);
    expect(before).toMatchObject({ uid: `${id}@duyen`, status: 'CONFIRMED', summary: 'Chốt mẫu' });
    await removeRecords(an, 'activity', [{ id }]);
    const [gone, ...others] = await read(secret);
    expect(others).toEqual([]);
    expect(gone).toMatchObject({ uid: `${id}@duyen`, status: 'CANCELLED', summary: null });
    expect(gone?.sequence).toBeGreaterThan(before?.sequence ?? 0);
    expect(gone?.says.toSorted()).toEqual(
      ['dtend', 'dtstamp', 'dtstart', 'last-modified', 'sequence', 'status', 'uid'].toSorted(),
    );
    const day29 = new Date(now.getTime() + 29 * dayMs);
    expect(await read(secret, day29)).toEqual([gone]);
    expect(await read(secret, new Date(now.getTime() + 31 * dayMs))).toEqual([]);
    // Who began to read it later never had it.
    expect(await read(await feedOf(anId), day29)).toEqual([]);
  });

  it('is that also for who may not see it any more, and comes back with a higher number', async () => {
    const id = await meeting('Đi cùng', { people: [binhId] });
    const secret = await feedOf(binhId);
    const [before] = await read(secret);
    await updateRecords(an, 'activity', [{ id, values: { people: [] } }]);
    const [gone] = await read(secret);
    expect(gone).toMatchObject({ uid: before?.uid, status: 'CANCELLED', summary: null });
    expect(gone?.sequence).toBeGreaterThan(before?.sequence ?? 0);
    await updateRecords(an, 'activity', [{ id, values: { people: [binhId] } }]);
    const [back] = await read(secret);
    expect(back).toMatchObject({ status: 'CONFIRMED', summary: 'Đi cùng' });
    expect(back?.sequence).toBeGreaterThan(gone?.sequence ?? 0);
    await removeRecords(an, 'activity', [{ id }]);
    await read(secret);
    await restoreRecords(an, 'activity', [id]);
    const [restored] = await read(secret);
    expect(restored?.sequence).toBeGreaterThan(back?.sequence ?? 0);
    expect(await read(secret)).toEqual([restored]);
  });

  it('is not what is over for long', async () => {
    const secret = await feedOf(anId);
    const id = await meeting('Đã qua', { startsAt: '2026-11-21T02:00:00Z' });
    const has = async (at: Date) =>
      (await read(secret, at)).some(({ uid }) => uid === `${id}@duyen`);
    expect(await has(now)).toBe(true);
    expect(await has(new Date(now.getTime() + 100 * dayMs))).toBe(false);
  });

  it('is a series as a whole, or one of its times with a higher number of the series', async () => {
    const secret = await feedOf(anId);
    const values = { kind: 'meeting', subject: 'Giao ban', startsAt: '2026-11-24T02:00:00Z' };
    const { recurrence, activity } = await planSeries(an, values, { rule: 'FREQ=WEEKLY;COUNT=6' });
    const uid = `${recurrence.id}@duyen`;
    const master = async () => (await read(secret)).find((each) => each.uid === uid);
    const whole = await master();
    expect(whole).toMatchObject({ summary: 'Giao ban', without: 0 });
    const { items } = await list(an, 'activity', {
      where: { field: 'recurrence', op: 'eq', value: recurrence.id },
      sort: 'startsAt',
    });
    await removeRecords(an, 'activity', [{ id: items[2]?.id ?? '' }]);
    const less = await master();
    expect(less).toMatchObject({ status: 'CONFIRMED', without: 1 });
    expect(less?.sequence).toBeGreaterThan(whole?.sequence ?? 0);
    await changeSeries(an, activity.id, { scope: 'all', remove: true });
    const gone = await master();
    expect(gone).toMatchObject({ status: 'CANCELLED', summary: null, without: 0 });
    expect(gone?.sequence).toBeGreaterThan(less?.sequence ?? 0);
  });
});
