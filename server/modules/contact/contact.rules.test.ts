import { expect, it } from 'vitest';
import { createRecords, list, updateRecords } from '#engine/records/index.ts';
import { testWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';

it('names the main customer of a contact once, whatever is sent', async () => {
  const ctx = await (await testWorkspace(declarations)).system();
  const [a = '', b = ''] = (
    await createRecords(ctx, 'account', [{ name: 'A' }, { name: 'B' }])
  ).map(({ id }) => id);
  const [made] = await createRecords(ctx, 'contact', [
    { name: 'Lê An', account: a, otherAccounts: [a, b] },
  ]);
  expect(made).toMatchObject({ account: { id: a }, otherAccounts: [{ id: b }] });
  const [moved] = await updateRecords(ctx, 'contact', [
    { id: made?.id ?? '', values: { account: b } },
  ]);
  expect(moved).toMatchObject({ account: { id: b }, otherAccounts: null });
});

it('lists people by the name they are called by', async () => {
  const ctx = await (await testWorkspace(declarations)).system();
  const names = [
    'Lê An',
    'Nguyễn Văn An',
    'Đỗ Thị Ánh',
    'Ngô Ăn',
    'Phạm Hồng Ân',
    'Trần Thị Bình',
    'Bùi Thị Dung',
    'Hoàng Minh Đạt',
    'Vũ Đức',
  ];
  await createRecords(
    ctx,
    'contact',
    names.toReversed().map((name) => ({ name })),
  );
  const { items } = await list(ctx, 'contact', { sort: 'name' });
  expect(items.map(({ name }) => (name as { full: string }).full)).toEqual(names);
});
