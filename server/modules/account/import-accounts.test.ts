import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { runImportNow } from '#engine/transfer/import/continue-import.ts';
import { startImport } from '#engine/transfer/import/start-import.ts';
import { aggregate, list } from '#engine/records/index.ts';
import { testWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';

const filePath = fileURLToPath(
  new URL('../../../../shared/data/maven-crm/accounts.csv', import.meta.url),
);

it('takes a real list of companies with every column at its place', async () => {
  const ctx = await (await testWorkspace(declarations)).system();
  const { id } = await startImport(ctx, {
    object: 'account',
    source: { filePath },
    options: { run: true },
    here: true,
  });
  const { plan, counts } = await runImportNow(ctx, id);
  expect(plan?.columns.map(({ name, target }) => [name, target])).toEqual([
    ['account', 'name'],
    ['sector', 'sector'],
    ['year_established', 'foundedYear'],
    ['revenue', 'yearlyRevenue'],
    ['employees', 'employees'],
    ['office_location', 'billingAddress'],
    ['subsidiary_of', 'parent'],
  ]);
  expect(counts.run).toMatchObject({ created: 85, rejected: 0 });
  const { total } = await list(ctx, 'account', {
    where: { field: 'parent', op: 'isNotEmpty' },
    limit: 1,
  });
  expect(total.value).toBe(15);
  const { groups } = await aggregate(ctx, 'account', {
    where: { field: 'sector', op: 'eq', value: 'technolgy' },
    groupBy: [{ field: 'sector' }],
    measures: [{ fn: 'count' }],
  });
  expect(groups).toEqual([{ keys: ['technolgy'], values: [12] }]);
});
