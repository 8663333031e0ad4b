import { beforeAll, expect, it } from 'vitest';
import type { Ctx } from '#engine/context.ts';
import { findTitles } from '#engine/records/find-titles.ts';
import { createRecords } from '#engine/records/index.ts';
import { testWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import { yearsAhead } from './yearly-finance.object.ts';

let ctx: Ctx;
let account: string;
beforeAll(async () => {
  ctx = await (await testWorkspace(declarations)).system();
  account = (await createRecords(ctx, 'account', [{ name: 'Có sổ sách' }]))[0]?.id ?? '';
});

const record = (year: number) => createRecords(ctx, 'yearlyFinance', [{ account, year }]);

it('takes the years a company can have figures or plans for', async () => {
  const latest = ctx.now.getUTCFullYear() + yearsAhead;
  expect(await record(1900)).toHaveLength(1);
  expect(await record(latest)).toHaveLength(1);
  const refused = (code: string) => ({ errors: [{ path: 'year', code }] });
  await expect(record(1899)).rejects.toMatchObject(refused('tooSmall'));
  await expect(record(latest + 1)).rejects.toMatchObject(refused('tooLarge'));
});

it('has one line per customer and year', async () => {
  const [other] = await createRecords(ctx, 'account', [{ name: 'Khác' }]);
  await record(2024);
  await expect(record(2024)).rejects.toMatchObject({
    code: 'conflict',
    errors: [{ path: 'year', code: 'notUnique' }],
  });
  expect(
    await createRecords(ctx, 'yearlyFinance', [{ account: other?.id, year: 2024 }]),
  ).toHaveLength(1);
});

it('is called by its year in the history and wherever it is pointed to', async () => {
  const [customer] = await createRecords(ctx, 'account', [{ name: 'Có tên' }]);
  const [line] = await createRecords(ctx, 'yearlyFinance', [{ account: customer?.id, year: 2015 }]);
  const id = line?.id ?? '';
  expect(await findTitles(ctx, [{ object: 'yearlyFinance', id }])).toEqual(new Map([[id, '2015']]));
});
