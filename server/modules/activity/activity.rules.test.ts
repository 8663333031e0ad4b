import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#engine/context.ts';
import { createRecords, get, updateRecords } from '#engine/records/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';

let w: TestWorkspace;
let system: Ctx;
let ctx: Ctx;
const now = new Date('2026-11-20T03:00:00Z');
beforeAll(async () => {
  w = await testWorkspace(declarations);
  system = await w.system();
  const role = await w.addRole({ '*': rightsOf('all') });
  ctx = { ...(await w.as(await w.addMember(role))), now };
});

const create = async (values: object, by: Ctx = ctx) => {
  const [made] = await createRecords(by, 'activity', [values]);
  if (!made) throw new Error('nothing was made');
  return made;
};
const change = async (id: string, values: object, by: Ctx = ctx) =>
  (await updateRecords(by, 'activity', [{ id, values }]))[0];
const refusal = (path: string, code: string) => ({ errors: [{ path, code }] });

describe('the times of an activity', () => {
  it('end as its kind usually does when nobody says', async () => {
    const startsAt = '2026-11-23T02:00:00.000Z';
    expect(await create({ kind: 'call', startsAt })).toMatchObject({
      endsAt: '2026-11-23T02:10:00.000Z',
      plannedMinutes: 10,
    });
    expect(await create({ kind: 'meeting', startsAt })).toMatchObject({ plannedMinutes: 60 });
    expect(await create({ kind: 'task' })).toMatchObject({ startsAt: null, plannedMinutes: null });
  });

  it('keep its length when only the start is moved', async () => {
    const { id } = await create({
      kind: 'meeting',
      startsAt: '2026-11-23T02:00:00Z',
      endsAt: '2026-11-23T04:30:00Z',
    });
    expect(await change(id, { startsAt: '2026-11-24T02:00:00Z' })).toMatchObject({
      endsAt: '2026-11-24T04:30:00.000Z',
      plannedMinutes: 150,
    });
    expect(await change(id, { endsAt: '2026-11-24T03:00:00Z' })).toMatchObject({
      startsAt: '2026-11-24T02:00:00.000Z',
      plannedMinutes: 60,
    });
  });

  it('end when it is said, though they did before', async () => {
    const { id } = await create({
      kind: 'meeting',
      startsAt: '2026-11-23T02:00:00Z',
      endsAt: '2026-11-23T04:30:00Z',
    });
    const times = { startsAt: '2026-11-23T01:00:00Z', endsAt: '2026-11-23T04:30:00Z' };
    expect(await change(id, times)).toMatchObject({
      endsAt: '2026-11-23T04:30:00.000Z',
      plannedMinutes: 210,
    });
  });

  it('are refused when they end before they begin', async () => {
    await expect(
      create({ kind: 'call', startsAt: '2026-11-23T02:00:00Z', endsAt: '2026-11-23T01:59:00Z' }),
    ).rejects.toMatchObject(refusal('endsAt', 'endsEarly'));
    await expect(
      create({ startedAt: '2026-11-20T02:00:00Z', finishedAt: '2026-11-20T01:00:00Z' }),
    ).rejects.toMatchObject(refusal('finishedAt', 'endsEarly'));
  });
});

describe('the status of an activity', () => {
  it('notes when it was begun and done, and how long it took', async () => {
    const { id } = await create({ kind: 'call', startsAt: '2026-11-20T02:00:00Z' });
    const begun = { ...ctx, now: new Date('2026-11-20T02:05:00Z') };
    expect(await change(id, { status: 'inProgress' }, begun)).toMatchObject({
      startedAt: '2026-11-20T02:05:00.000Z',
    });
    const ended = { ...ctx, now: new Date('2026-11-20T02:17:10Z') };
    expect(await change(id, { status: 'done' }, ended)).toMatchObject({
      finishedAt: '2026-11-20T02:17:10.000Z',
      actualMinutes: 12,
    });
    expect(await change(id, { status: 'planned' })).toMatchObject({
      finishedAt: null,
      actualMinutes: null,
    });
  });

  it('takes what is reported afterwards as done when it was', async () => {
    expect(
      await create({ kind: 'visit', status: 'done', startsAt: '2026-11-18T02:00:00Z' }),
    ).toMatchObject({ finishedAt: '2026-11-18T03:30:00.000Z' });
    expect(await create({ kind: 'note', summary: '<p>Thích hương gỗ</p>' })).toMatchObject({
      status: 'done',
      startsAt: now.toISOString(),
      finishedAt: now.toISOString(),
    });
  });

  it('says forgotten by the clock only, and planned again when it is moved to a time to come', async () => {
    const { id } = await create({ kind: 'call', startsAt: '2026-11-20T01:00:00Z' });
    await expect(change(id, { status: 'forgotten' })).rejects.toMatchObject(
      refusal('status', 'notWritable'),
    );
    await change(id, { status: 'forgotten' }, system);
    expect(await change(id, { startsAt: '2026-11-20T01:30:00Z' })).toMatchObject({
      status: 'forgotten',
    });
    expect(await change(id, { startsAt: '2026-11-20T07:00:00Z' })).toMatchObject({
      status: 'planned',
    });
  });
});

describe('whom an activity is with', () => {
  it('is the company of its contacts unless another is named', async () => {
    const [one, two] = await createRecords(ctx, 'account', [{ name: 'Hoa Sen' }, { name: 'Khác' }]);
    const [contact] = await createRecords(ctx, 'contact', [{ name: 'Lê Hà', account: one?.id }]);
    const contacts = [contact?.id];
    expect(await create({ kind: 'call', contacts })).toMatchObject({
      account: { id: one?.id },
      subject: 'Gọi điện: Lê Hà',
    });
    expect(await create({ kind: 'call', contacts, account: two?.id })).toMatchObject({
      account: { id: two?.id },
    });
  });

  it('sees it with the customer, also when somebody else keeps it', async () => {
    const own = await w.addRole({ '*': rightsOf('own') });
    const seller = await w.as(await w.addMember(own));
    const stranger = await w.as(await w.addMember(own));
    const [account] = await createRecords(seller, 'account', [{ name: 'Của tôi' }]);
    const { id } = await create({ kind: 'call', account: account?.id });
    expect(await get(seller, 'activity', id)).toMatchObject({ id });
    await expect(get(stranger, 'activity', id)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('is what their page says of the last and next contact', async () => {
    const [account] = await createRecords(ctx, 'account', [{ name: 'Nhịp' }]);
    const [contact] = await createRecords(ctx, 'contact', [{ name: 'An', account: account?.id }]);
    const call = { kind: 'call', contacts: [contact?.id] };
    const done = { ...call, status: 'done' };
    await createRecords(ctx, 'activity', [
      { ...done, finishedAt: '2026-11-01T03:00:00Z' },
      { ...done, finishedAt: '2026-11-11T03:00:00Z', result: 'reached' },
      { ...done, finishedAt: '2026-11-15T03:00:00Z', result: 'noAnswer' },
      { ...call, startsAt: '2026-11-25T03:00:00Z' },
      { kind: 'task', account: account?.id, startsAt: '2026-11-24T03:00:00Z' },
    ]);
    expect(await get(ctx, 'account', String(account?.id))).toMatchObject({
      firstContactAt: '2026-11-01T03:00:00.000Z',
      lastContactAt: '2026-11-11T03:00:00.000Z',
      nextContactAt: '2026-11-24T03:00:00.000Z',
      contactCount: 2,
      contactEveryDays: 10,
    });
    expect(await get(ctx, 'contact', String(contact?.id))).toMatchObject({
      nextContactAt: '2026-11-25T03:00:00.000Z',
      contactCount: 2,
    });
  });
});
