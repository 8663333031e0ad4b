import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '#engine/context.ts';
import { createRecords } from '#engine/records/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import { finishActivity, markForgotten } from '../activity/index.ts';
import { callPlan } from './call-plan.ts';
import { nextTimes } from './next-times.ts';
import { skipCall } from './skip-call.ts';
import { today } from './today.ts';

/** Thursday, 11:40 in Việt Nam. */
const now = new Date('2026-11-19T04:40:00Z');
let w: TestWorkspace;
let role: string;
let system: Ctx;
beforeAll(async () => {
  w = await testWorkspace(declarations);
  role = await w.addRole({ '*': rightsOf('own') });
  system = { ...(await w.system()), now };
});

let ctx: Ctx;
beforeEach(async () => {
  ctx = await someone();
});
const someone = async (): Promise<Ctx> => {
  const base = await w.as(await w.addMember(role));
  return { ...base, now, actor: { ...base.actor, timeZone: 'Asia/Ho_Chi_Minh' } };
};
const at = (clock: string, day = '2026-11-19') => `${day}T${clock}:00+07:00`;
const make = async (object: string, values: object, by: Ctx = ctx) =>
  String((await createRecords(by, object, [values], { trusted: true }))[0]?.id);
const company = (name: string, values: object = {}) =>
  make('account', { name, stage: 'customer', phones: ['0901234567'], ...values });
const call = (values: object) => make('activity', { kind: 'call', ...values });
const plan = () => callPlan(ctx, {});

describe('the calls of a day', () => {
  it('stand in the order of the promised times, with whom, what for and their number', async () => {
    const account = await company('Công ty Dược An Khang', { tradingName: 'Dược An Khang' });
    const contact = await make('contact', {
      name: 'Lê Thị Hà',
      formOfAddress: 'chi',
      account,
      phones: ['0912345678'],
    });
    await call({ account, contacts: [contact], startsAt: at('14:30'), subject: 'Chốt mẫu hộp' });
    await call({ account: await company('Hoa Sứ'), startsAt: at('13:30') });
    await call({ account: await company('Hôm qua'), startsAt: at('13:30', '2026-11-18') });
    await call({ account: await company('Mai'), startsAt: at('13:30', '2026-11-20') });
    await make('activity', { kind: 'meeting', startsAt: at('15:00') });
    const { lines, totals } = await plan();
    expect(lines).toMatchObject([
      { title: 'Hoa Sứ', state: 'planned', phone: '+84901234567', plannedMinutes: 10 },
      {
        title: 'Chị Hà, Dược An Khang',
        subject: 'Chốt mẫu hộp',
        phone: '+84912345678',
        why: 'Đã hẹn 14:30',
      },
    ]);
    expect(totals).toMatchObject({ planned: 2, called: 0, left: 2, minutesPlanned: 20 });
  });

  it('count what was called and forgotten, and offer a forgotten one a free time in the hours they answer', async () => {
    const account = await company('Quốc tế Ánh Dương');
    for (const day of ['2026-11-02', '2026-11-05', '2026-11-09', '2026-11-12'])
      await call({ account, startsAt: at('14:00', day), status: 'done', result: 'reached' });
    await call({
      account,
      startsAt: at('09:00', '2026-11-10'),
      status: 'done',
      result: 'noAnswer',
    });
    await call({ account, startsAt: at('09:00') });
    await call({ account: await company('Cũ'), startsAt: at('10:00', '2026-11-17') });
    await make('activity', { kind: 'meeting', startsAt: at('13:30'), endsAt: at('14:10') });
    await markForgotten(system);
    const done = await call({ account: await company('Bảo Ngọc'), startsAt: at('11:00') });
    await finishActivity(ctx, done, {
      values: { result: 'reached', actualMinutes: 14, summary: '<p>Gửi <b>giá</b> nến</p>' },
      noNextStep: 'waitingForThem',
    });
    const { lines, totals, rate } = await plan();
    expect(lines).toMatchObject([
      { title: 'Cũ', state: 'forgotten' },
      {
        title: 'Quốc tế Ánh Dương',
        state: 'forgotten',
        best: { from: '14:00', to: '14:30', answered: 4, tried: 4 },
        slot: { startsAt: new Date(at('14:15')).toISOString(), answers: true },
        why: 'Hẹn 09:00 mà chưa gọi, hay nghe máy 14:00 – 14:30 (4/4 cuộc)',
      },
      { title: 'Bảo Ngọc', state: 'done', actualMinutes: 14, note: 'Gửi giá nến' },
    ]);
    expect(totals).toEqual({
      planned: 3,
      called: 1,
      forgotten: 2,
      left: 0,
      minutesPlanned: 30,
      minutesActual: 14,
    });
    expect(rate).toEqual({ days: 30, forgotten: 2, due: 8 });
  });

  it('say nothing of the hours that a customer answers whom one does not see', async () => {
    const other = await someone();
    const account = await make('account', { name: 'Sen Đá', stage: 'customer' }, other);
    const answered = { kind: 'call', account, status: 'done', result: 'reached' };
    for (const day of ['2026-11-02', '2026-11-09', '2026-11-16'])
      await make('activity', { ...answered, startsAt: at('14:30', day) }, other);
    const next = { kind: 'call', account, startsAt: at('15:00') };
    await make('activity', next, other);
    expect((await callPlan(other, {})).lines).toMatchObject([{ best: { answered: 3 } }]);
    const me = ctx.actor.kind === 'member' ? ctx.actor.id : '';
    await make('activity', { ...next, owner: me }, { ...(await w.system()), now });
    expect((await plan()).lines).toMatchObject([{ best: null }]);
  });

  it('are those of the person who asks, and of nobody they may not see', async () => {
    await call({ account: await company('Của người khác'), startsAt: at('14:00') });
    const other = ctx.actor.kind === 'member' ? ctx.actor.id : '';
    const me = await someone();
    expect((await callPlan(me, {})).lines).toEqual([]);
    expect((await callPlan(me, { member: other })).lines).toEqual([]);
    await expect(callPlan(me, { member: crypto.randomUUID() })).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});

describe('who is suggested', () => {
  it('is overdue first, then by potential, then left longest against their rhythm; and why is said', async () => {
    const spoken = async (account: string, day: string) => {
      await call({ account, startsAt: at('09:00', day), status: 'done', result: 'reached' });
      return account;
    };
    await spoken(await company('B lâu', { potential: 'b' }), '2026-09-01');
    await spoken(await company('A mới gọi', { potential: 'a' }), '2026-11-15');
    await spoken(await company('A lâu', { potential: 'a' }), '2026-10-20');
    const late = await company('Quá hẹn', { potential: 'c' });
    await make('activity', { kind: 'task', account: late, startsAt: at('09:00', '2026-11-16') });
    await markForgotten(system);
    const { suggestions } = await plan();
    expect(suggestions.map(({ title, why }) => [title, why])).toEqual([
      ['Quá hẹn', 'Quá hẹn liên hệ 3 ngày, tiềm năng C'],
      ['A lâu', 'Tiềm năng A, 30 ngày chưa liên hệ'],
      ['B lâu', 'Tiềm năng B, 79 ngày chưa liên hệ'],
    ]);
    expect(suggestions.map(({ slot }) => slot?.startsAt)).toEqual(
      // Each has a time of its own; working hours begin again at one.
      ['11:45', '13:00', '13:15'].map((clock) => new Date(at(clock)).toISOString()),
    );
  });

  it('is nobody who asked not to be called, has no number, is planned, or is lost', async () => {
    await company('Không gọi', { potential: 'a', doNotCall: true });
    await company('Không số', { potential: 'a', phones: null });
    await company('Đã mất', { potential: 'a', stage: 'lost' });
    const planned = await company('Có hẹn', { potential: 'a' });
    await call({ account: planned, startsAt: at('09:00', '2026-11-24') });
    const today = await company('Hôm nay', { potential: 'a' });
    await call({ account: today, startsAt: at('15:00') });
    await make('lead', { name: 'Phạm An', phones: ['0905111222'], marketingOnly: true });
    await make('lead', { name: 'Trần Mới', phones: ['0905111333'], rating: 'hot' });
    const { suggestions, held } = await plan();
    expect(suggestions.map(({ title, why }) => [title, why])).toEqual([
      ['Trần Mới', 'Rất quan tâm, chưa liên hệ lần nào'],
    ]);
    expect(held).toBe(1);
  });

  it('is not offered any more on the day it was skipped, and again on the next', async () => {
    const id = await company('Bỏ qua', { potential: 'a' });
    expect((await plan()).suggestions).toHaveLength(1);
    await skipCall(ctx, { id, skipped: true });
    expect((await plan()).suggestions).toEqual([]);
    const tomorrow = { ...ctx, now: new Date(now.getTime() + 86_400_000) };
    expect((await callPlan(tomorrow, {})).suggestions).toHaveLength(1);
    await skipCall(ctx, { id, skipped: false });
    expect((await plan()).suggestions).toHaveLength(1);
  });
});

describe('when the next step fits', () => {
  it('is the hours they answer on the next working day, and the week after', async () => {
    const account = await company('Dược Hoàng Gia');
    for (const day of ['2026-11-02', '2026-11-05', '2026-11-09'])
      await call({ account, startsAt: at('14:30', day), status: 'done', result: 'agreed' });
    const running = await call({ account, startsAt: at('11:30'), status: 'inProgress' });
    await make('activity', { kind: 'meeting', startsAt: at('08:00', '2026-11-23') });
    expect(await nextTimes(ctx, running)).toEqual({
      items: [
        { startsAt: new Date(at('14:30', '2026-11-20')).toISOString(), why: 'answers' },
        { startsAt: new Date(at('09:00', '2026-11-23')).toISOString(), why: 'free' },
      ],
      planned: null,
    });
    const startsAt = new Date(at('09:00', '2026-12-01')).toISOString();
    await make('activity', { kind: 'visit', account, startsAt });
    expect(await nextTimes(ctx, running)).toMatchObject({ planned: startsAt });
    await expect(nextTimes(await someone(), running)).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('what every page shows of the day', () => {
  it('is how much is left, of what one owns and takes part in, and the call that runs', async () => {
    const account = await company('Kiến trúc Mộc Xanh');
    expect(await today(ctx)).toEqual({ left: 0, running: null });
    await call({ account, startsAt: at('15:00') });
    await call({ account, startsAt: at('15:00', '2026-11-20') });
    await call({ account, startsAt: at('09:00'), status: 'done', result: 'reached' });
    const me = ctx.actor.kind === 'member' ? ctx.actor.id : '';
    const other = await someone();
    await make('activity', { kind: 'meeting', startsAt: at('16:00'), people: [me] }, other);
    expect(await today(ctx)).toEqual({ left: 2, running: null });
    const started = { startsAt: at('11:30'), status: 'inProgress', startedAt: at('11:31') };
    const id = await call({ account, ...started });
    expect(await today(ctx)).toEqual({
      left: 3,
      running: {
        id,
        title: 'Kiến trúc Mộc Xanh',
        startedAt: new Date(at('11:31')).toISOString(),
        plannedMinutes: 10,
      },
    });
  });
});
