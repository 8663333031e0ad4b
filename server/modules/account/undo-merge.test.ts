import { beforeAll, expect, it } from 'vitest';
import type { Ctx } from '#engine/context.ts';
import { createRecords, mergeRecords, undoMerge } from '#engine/records/index.ts';
import { countLinks, snapshot } from '#engine/testing/snapshot.ts';
import { testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';

let w: TestWorkspace;
let ctx: Ctx;
beforeAll(async () => {
  w = await testWorkspace(declarations);
  ctx = await w.system();
});

const make = async (object: string, values: object[]) =>
  (await createRecords(ctx, object, values, { trusted: true })).map(({ id }) => id);

it('leaves no link to a merged customer anywhere, and every row as it was when undone', async () => {
  const [holding = ''] = await make('account', [{ name: 'Tập đoàn Mẹ' }]);
  const [a = '', b = '', c = ''] = await make('account', [
    { name: 'Công ty Sông Hồng', phones: ['0901000001'], roles: ['customer'], doNotEmail: true },
    { name: 'Song Hong JSC', taxCode: '0100112437', roles: ['supplier'], parent: holding },
    { name: 'SÔNG HỒNG', emails: ['a@song-hong.vn'], website: 'https://song-hong.vn' },
  ]);
  await make('account', [{ name: 'Chi nhánh', parent: b }]);
  await make('contact', [
    { name: 'Nguyễn Văn An', account: a, otherAccounts: [b, c] },
    { name: 'Trần Thị Bình', account: b },
  ]);
  await make('need', [{ name: 'Cần quà Tết', account: c }]);
  await make('yearlyFinance', [
    { account: a, year: 2024, revenue: { amount: '5', currency: 'VND' } },
    { account: b, year: 2024, profit: { amount: '1', currency: 'VND' } },
    { account: c, year: 2023, revenue: { amount: '4', currency: 'VND' } },
  ]);
  const before = await snapshot(w);
  const { record, mergeId } = await mergeRecords(ctx, 'account', a, { ids: [b, c] });
  expect(record).toMatchObject({
    name: 'Công ty Sông Hồng',
    taxCode: '0100112437',
    emails: ['a@song-hong.vn'],
    doNotEmail: true,
    parent: { id: holding },
  });
  expect(await countLinks(w, ctx.model, 'account', [b, c])).toBe(0);
  await undoMerge(ctx, mergeId);
  expect(await snapshot(w)).toEqual(before);
});
