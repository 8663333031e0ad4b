import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#engine/context.ts';
import { listHistory } from '#engine/history/list-history.ts';
import { createRecords, get, list, updateRecords } from '#engine/records/index.ts';
import { rightsOf, testWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import { finishActivity } from './finish-activity.ts';
import { markForgotten } from './mark-forgotten.ts';

let system: Ctx;
let ctx: Ctx;
const now = new Date('2026-11-20T03:00:00Z');
beforeAll(async () => {
  const w = await testWorkspace(declarations);
  system = { ...(await w.system()), now };
  ctx = { ...(await w.as(await w.addMember(await w.addRole({ '*': rightsOf('own') })))), now };
});

const make = async (object: string, values: object) =>
  String((await createRecords(ctx, object, [values]))[0]?.id);
const callTo = async (values: object = {}) => {
  const account = await make('account', { name: 'Ươm Mầm' });
  const call = await make('activity', {
    kind: 'call',
    account,
    startsAt: '2026-11-20T02:50:00Z',
    ...values,
  });
  return { account, call };
};

describe('finishing an activity', () => {
  it('plans the next one with the same customer', async () => {
    const { account, call } = await callTo();
    const { activity, next } = await finishActivity(ctx, call, {
      values: { result: 'considering', summary: '<p>Hỏi giá</p>', actualMinutes: 12 },
      next: { subject: 'Gửi báo giá', startsAt: '2026-11-24T07:30:00Z' },
    });
    expect(activity).toMatchObject({ status: 'done', actualMinutes: 12, result: 'considering' });
    expect(next).toMatchObject({ kind: 'call', account: { id: account }, status: 'planned' });
    expect(await get(ctx, 'account', account)).toMatchObject({
      lastContactAt: now.toISOString(),
      nextContactAt: '2026-11-24T07:30:00.000Z',
    });
  });

  it('leaves no open customer without a next step unless it is said why', async () => {
    const { account, call } = await callTo();
    await expect(finishActivity(ctx, call, { values: {} })).rejects.toMatchObject({
      errors: [{ path: 'noNextStep', code: 'required' }],
    });
    expect(await get(ctx, 'activity', call)).toMatchObject({ status: 'planned', version: 1 });
    const { activity } = await finishActivity(ctx, call, {
      values: { result: 'refused' },
      noNextStep: 'nothingNeeded',
    });
    expect(activity).toMatchObject({ noNextStep: 'nothingNeeded' });
    const other = await make('activity', { kind: 'call', account });
    await make('activity', { kind: 'meeting', account, startsAt: '2026-12-01T02:00:00Z' });
    await finishActivity(ctx, other, { values: {} });
  });

  it('writes nothing when the next step is wrong, and says where', async () => {
    const { call } = await callTo();
    const wrong = finishActivity(ctx, call, {
      values: { result: 'reached' },
      next: { startsAt: '2026-11-24T07:30:00Z', endsAt: '2026-11-24T07:00:00Z' },
    });
    await expect(wrong).rejects.toMatchObject({
      errors: [{ path: 'next.endsAt', code: 'endsEarly' }],
    });
    expect(await get(ctx, 'activity', call)).toMatchObject({ status: 'planned' });
  });

  it('tells the second of two who finish one that it is done', async () => {
    const { call } = await callTo();
    const finish = () => finishActivity(ctx, call, { values: {}, noNextStep: 'lost' });
    const outcomes = await Promise.allSettled([finish(), finish()]);
    const failed = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(failed).toMatchObject([{ code: 'conflict' }]);
    const seen = finishActivity(ctx, call, { values: {}, version: 1 });
    await expect(seen).rejects.toMatchObject({ code: 'stale' });
  });
});

describe('what was forgotten', () => {
  it('is said by the clock after the slot and its time of grace, and by nobody else', async () => {
    const at = (startsAt: string, values: object = {}) =>
      make('activity', { kind: 'call', startsAt, ...values });
    const late = await at('2026-11-20T02:00:00Z');
    const inGrace = await at('2026-11-20T02:25:00Z');
    const running = await at('2026-11-20T02:00:00Z', { status: 'inProgress' });
    const someDay = await make('activity', { kind: 'task' });
    await markForgotten(system);
    const statusOf = async (id: string) => (await get(ctx, 'activity', id))['status'];
    expect(await statusOf(late)).toBe('forgotten');
    expect(await statusOf(inGrace)).toBe('planned');
    expect(await statusOf(running)).toBe('inProgress');
    expect(await statusOf(someDay)).toBe('planned');
    const [line] = (await listHistory(ctx, 'activity', late)).items;
    expect(line).toMatchObject({ actor: null, changes: { status: ['planned', 'forgotten'] } });
    await markForgotten({ ...system, now: new Date(now.getTime() + 10 * 60_000) });
    expect(await statusOf(inGrace)).toBe('forgotten');
  });

  it('takes any number at once, and a person who finishes one meanwhile wins', async () => {
    const calls = Array.from({ length: 450 }, () => ({
      kind: 'call',
      startsAt: '2026-11-19T02:00:00Z',
    }));
    const made = [
      ...(await createRecords(ctx, 'activity', calls.slice(0, 225))),
      ...(await createRecords(ctx, 'activity', calls.slice(225))),
    ];
    const id = String(made[0]?.id);
    const [marked] = await Promise.all([
      markForgotten(system),
      updateRecords(ctx, 'activity', [{ id, values: { status: 'done' } }]),
    ]);
    expect([449, 450]).toContain(marked);
    expect((await get(ctx, 'activity', id))['status']).toBe('done');
    const where = { field: 'status', op: 'eq', value: 'planned' };
    const left = await list(ctx, 'activity', {
      where: { and: [where, { field: 'endsAt', op: 'lt', value: '2026-11-20T00:00:00Z' }] },
    });
    expect(left.items).toEqual([]);
  });
});
