import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { declarations } from '#modules';
import { aggregate, list } from '#engine/records/index.ts';
import { testWorkspace } from '#engine/testing/workspace.ts';
import { exportRecords } from '#engine/transfer/export/export-records.ts';
import { listProblems, runImportNow, undoImport } from '#engine/transfer/import/index.ts';
import { importFile } from '#engine/transfer/import/testing.ts';

const file = readFileSync(
  new URL('../../../../shared/data/maven-crm/accounts.csv', import.meta.url),
);

it('takes a register as it is: parents tied, spelling kept, nothing the second time, gone when undone', async () => {
  const w = await testWorkspace(declarations);
  const ctx = await w.as(await w.addMember(await w.addRole('administrator')));
  const options = { run: true, match: ['name'] };
  const done = await importFile(ctx, 'account', file, options);
  expect(done).toMatchObject({ state: 'done', total: 85 });
  expect(done.plan?.columns.map(({ name, target }) => [name, target])).toEqual([
    ['account', 'name'],
    ['sector', 'sector'],
    ['year_established', 'foundedYear'],
    ['revenue', 'yearlyRevenue'],
    ['employees', 'employees'],
    ['office_location', 'billingAddress'],
    ['subsidiary_of', 'parent'],
  ]);
  expect(done.counts.run).toMatchObject({ created: 85, rejected: 0 });
  expect(done.counts.check).toEqual(done.counts.run);
  const children = await list(ctx, 'account', {
    where: { field: 'parent', op: 'isNotEmpty' },
    limit: 200,
  });
  expect(children.items).toHaveLength(15);
  const { groups } = await aggregate(ctx, 'account', {
    groupBy: [{ field: 'sector' }],
    measures: [{ fn: 'count' }],
  });
  expect(JSON.stringify(groups)).toContain('technolgy');

  const again = await importFile(ctx, 'account', file, options);
  expect(again.counts.run).toMatchObject({ created: 0, updated: 0, unchanged: 85, rejected: 0 });

  const { content } = await exportRecords(ctx, 'account', { format: 'csv' });
  const back = await importFile(ctx, 'account', await text(content), { run: true });
  expect(back.counts.run).toMatchObject({ created: 0, updated: 0, unchanged: 85, rejected: 0 });

  await undoImport(ctx, done.id, { here: true });
  expect(await runImportNow(ctx, done.id)).toMatchObject({
    counts: { undo: { removed: 85, kept: 0 } },
  });
  expect((await list(ctx, 'account', {})).items).toEqual([]);
});

it('takes a tax code that looks mistyped with a warning, and the person of the row with the company', async () => {
  const w = await testWorkspace(declarations);
  const ctx = await w.as(await w.addMember(await w.addRole('administrator')));
  const file =
    'Tên khách hàng;MST;SĐT;Người liên hệ;Chức vụ\nCông ty TNHH Duyên;0100233480;0901234567;Đỗ Đức;Giám đốc\n';
  const done = await importFile(ctx, 'account', file, { run: true });
  expect(done.counts.run).toMatchObject({ created: 1, related: { contact: { created: 1 } } });
  const { items } = await listProblems(ctx, done.id, 'run');
  expect(items).toMatchObject([
    { row: 2, column: 'MST', value: '0100233480', code: 'badCheckDigit', rejects: false },
  ]);
  const contacts = await list(ctx, 'contact', {});
  expect(contacts.items).toMatchObject([
    { jobTitle: 'Giám đốc', account: { title: 'Công ty TNHH Duyên' } },
  ]);
});
