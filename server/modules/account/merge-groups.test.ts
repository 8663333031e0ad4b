import { expect, it } from 'vitest';
import { mergeGroups } from '#engine/duplicates/merge-groups.ts';
import { listGroups } from '#engine/duplicates/list-groups.ts';
import { getRun, startRun } from '#engine/duplicates/runs.ts';
import { scanDuplicates } from '#engine/duplicates/scan.ts';
import { createRecords, list } from '#engine/records/index.ts';
import { rightsOf, testWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';

it('merges what is certain, and leaves two companies with two tax codes and what is not theirs alone', async () => {
  const w = await testWorkspace(declarations);
  const ctx = await w.system();
  const same = (name: string, phone: string) => ({
    name,
    phones: [phone],
    emails: [`${phone}@x.vn`],
  });
  const make = async (inputs: object[], as = ctx) => {
    await createRecords(as, 'account', inputs);
  };
  await make([
    { ...same('Công ty Rồng Vàng', '0901000001'), taxCode: '0100112437' },
    same('RONG VANG CO., LTD', '0901000001'),
    { ...same('Phượng Hoàng', '0901000002'), taxCode: '0100047516' },
    { ...same('Phượng Hoàng', '0901000002'), taxCode: '0300588569' },
    { name: 'Chỉ trùng tên' },
    { name: 'Chi trung ten' },
  ]);
  const own = await w.addRole({ '*': rightsOf('own', { read: 'all' }) });
  const me = await w.as(await w.addMember(own));
  await scanDuplicates(ctx, 'account', await startRun(ctx, { object: 'account', kind: 'scan' }));

  const run = async (as: typeof ctx) => {
    const id = await startRun(as, { object: 'account', kind: 'merge' });
    await mergeGroups(as, 'account', 100, id, async () => as);
    return (await getRun(ctx, id)).outcome;
  };
  expect(await run(me)).toMatchObject({ merged: 0, contradictory: 1, refused: 1 });
  expect(await run(ctx)).toMatchObject({ merged: 1, contradictory: 1, refused: 0 });
  expect(await run(ctx)).toMatchObject({ merged: 0, contradictory: 1, refused: 0 });
  const { items } = await list(ctx, 'account', { sort: 'name' });
  expect(items).toHaveLength(5);
  expect(items.find(({ name }) => name === 'Công ty Rồng Vàng')).toMatchObject({
    taxCode: '0100112437',
  });
  const left = await listGroups(ctx, { object: 'account' });
  expect(left.items.map(({ score }) => score)).toEqual([100, 60]);
});
