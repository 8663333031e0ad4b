import { beforeAll, expect, it } from 'vitest';
import type { Ctx } from '#engine/context.ts';
import { createRecords, get, list, updateRecords } from '#engine/records/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import { draftDay, sendDay } from './day-report.ts';

let w: TestWorkspace;
let [leader, lan, minh]: string[] = [];
const now = new Date('2026-11-20T10:00:00Z');
const as = async (id: string | undefined): Promise<Ctx> => ({ ...(await w.as(String(id))), now });
const day = '2026-11-20';

beforeAll(async () => {
  w = await testWorkspace(declarations);
  const above = await w.addTeam('Công ty');
  const team = await w.addTeam('Bắc', above);
  const own = await w.addRole({ '*': rightsOf('own') });
  leader = await w.addMember(own, [above]);
  lan = await w.addMember(own, [team]);
  minh = await w.addMember(own, [team]);
  await (
    await w.system()
  ).db.query(`update "${w.schema}".team set leader_id = $1 where id = $2`, [leader, above]);
  w.workspaces.forget(w.id);
});

it('is made from the day, sent to who leads, told once and seen by both', async () => {
  const ctx = await as(lan);
  const at = (startsAt: string, values: object) => ({ startsAt, kind: 'call', ...values });
  await createRecords(ctx, 'activity', [
    at('2026-11-20T08:00:00Z', { subject: 'Chiều' }),
    at('2026-11-20T02:00:00Z', { subject: 'Sáng', status: 'done', actualMinutes: 7 }),
    at('2026-11-20T17:30:00Z', { subject: 'Ngày mai của họ' }),
    at('2026-11-20T03:00:00Z', { subject: 'Ghi chú', kind: 'note' }),
  ]);
  const draft = await draftDay(ctx, { day, kind: 'report' });
  expect(draft.lines.map(({ subject }) => subject)).toEqual(['Sáng', 'Chiều']);
  expect(draft).toMatchObject({ leader: { id: leader }, sent: null });

  const first = await sendDay(ctx, { day, kind: 'report', sentence: 'Còn một cuộc' });
  const again = await sendDay(ctx, { day, kind: 'report', sentence: 'Đã xong cả' });
  expect(again).toMatchObject({ id: first.id, sentence: 'Đã xong cả', owner: { id: lan } });
  expect((await sendDay(ctx, { day, kind: 'plan', sentence: null })).id).not.toBe(first.id);
  const rows = await ctx.db.query(
    `select member_id, params from "${w.schema}".notice where kind = 'dayReport' order by params`,
    [],
  );
  expect(rows).toEqual([
    [leader, { state: 'plan' }],
    [leader, { state: 'report' }],
  ]);
  expect((await list(await as(leader), 'dayReport', {})).items).toHaveLength(2);
  expect(await get(await as(leader), 'dayReport', first.id)).toMatchObject({
    lines: [{ subject: 'Sáng', actualMinutes: 7 }, { subject: 'Chiều' }],
  });
  await expect(get(await as(minh), 'dayReport', first.id)).rejects.toMatchObject({
    code: 'notFound',
  });
  const change = [{ id: first.id, values: { sentence: 'x' } }];
  await expect(updateRecords(await as(leader), 'dayReport', change)).rejects.toMatchObject({
    code: 'forbidden',
  });
});

it('is one for a day, also of two who press at once', async () => {
  const ctx = await as(minh);
  const send = () => sendDay(ctx, { day, kind: 'plan', sentence: null });
  const outcomes = await Promise.allSettled([send(), send()]);
  expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
  expect((await list(ctx, 'dayReport', {})).items).toHaveLength(1);
});
