import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#engine/context.ts';
import { createRecords, list, mergeRecords } from '#engine/records/index.ts';
import { testWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';

let ctx: Ctx;
beforeAll(async () => {
  ctx = await (await testWorkspace(declarations)).system();
});

const make = async (object: string, values: object[]) =>
  (await createRecords(ctx, object, values, { trusted: true })).map(({ id }) => id);

describe('customers that are one', () => {
  it('keep every refusal, the first and last time they were spoken with, and the next', async () => {
    const [a = '', b = ''] = await make('account', [
      { name: 'Một', doNotEmail: false },
      { name: 'Mot', doNotEmail: true },
    ]);
    const call = { kind: 'call', subject: 'Gọi' };
    const done = { ...call, status: 'done' };
    await make('activity', [
      { ...done, account: a, finishedAt: '2025-03-01T00:00:00Z' },
      { ...done, account: a, finishedAt: '2026-01-01T00:00:00Z' },
      { ...call, account: a, startsAt: '2027-05-01T00:00:00Z' },
      { ...done, account: b, finishedAt: '2024-03-01T00:00:00Z' },
      { ...done, account: b, finishedAt: '2026-02-01T00:00:00Z' },
      { ...call, account: b, startsAt: '2027-04-01T00:00:00Z' },
    ]);
    const { record } = await mergeRecords(ctx, 'account', a, { ids: [b] });
    expect(record).toMatchObject({ name: 'Một', doNotEmail: true, contactCount: 4 });
    const days = ['firstContactAt', 'lastContactAt', 'nextContactAt'].map((key) =>
      String(record[key]).slice(0, 10),
    );
    expect(days).toEqual(['2024-03-01', '2026-02-01', '2027-04-01']);
  });

  it('take over a tax code that was mistyped long ago', async () => {
    const [a = '', b = ''] = await make('account', [
      { name: 'Hai' },
      { name: 'Hai cũ', taxCode: '0100233480' },
    ]);
    const { record } = await mergeRecords(ctx, 'account', a, { ids: [b] });
    expect(record).toMatchObject({ taxCode: '0100233480' });
  });

  it('have one line of figures per year, the survivor’s filled from the others', async () => {
    const [a = '', b = '', c = ''] = await make('account', [
      { name: 'Ba' },
      { name: 'Bốn' },
      { name: 'Năm' },
    ]);
    const money = (amount: string) => ({ amount, currency: 'VND' });
    await make('yearlyFinance', [
      { account: a, year: 2024, revenue: money('100') },
      { account: b, year: 2024, revenue: money('90'), profit: money('9') },
      { account: b, year: 2023, revenue: money('80') },
      { account: c, year: 2023, profit: money('7') },
      { account: c, year: 2022, revenue: money('60') },
    ]);
    await mergeRecords(ctx, 'account', a, { ids: [b, c] });
    const where = { field: 'account', op: 'eq', value: a };
    const { items } = await list(ctx, 'yearlyFinance', { where, sort: '-year' });
    expect(items).toMatchObject([
      { year: 2024, revenue: money('100'), profit: money('9') },
      { year: 2023, revenue: money('80'), profit: money('7') },
      { year: 2022, revenue: money('60'), profit: null },
    ]);
  });
});
