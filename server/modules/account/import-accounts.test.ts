import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { runImportNow } from '#engine/transfer/import/continue-import.ts';
import { startImport } from '#engine/transfer/import/start-import.ts';
import { listProblems } from '#engine/transfer/import/list-problems.ts';
import { importFile } from '#engine/transfer/import/testing.ts';
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

it("knows the shortened headings of a shop's own list", async () => {
  const ctx = await (await testWorkspace(declarations)).system();
  const { plan } = await importFile(
    ctx,
    'account',
    'STT;Mã KH;Tên KH;Người LH;SĐT;Đ/c;MST;Ngày SN;Nhóm khách\n' +
      '1;KH01;Hộ KD Ánh Dương;Ngô Đức Tuấn;0908301661;31 Lê Lợi, Huế;;21/10/1968;VIP\n',
  );
  expect(plan?.columns.map(({ name, target }) => [name, target])).toEqual([
    ['STT', null],
    ['Mã KH', 'code'],
    ['Tên KH', 'name'],
    ['Người LH', 'contact.name'],
    ['SĐT', 'phones'],
    ['Đ/c', 'billingAddress'],
    ['MST', 'taxCode'],
    ['Ngày SN', 'birthday'],
    ['Nhóm khách', null],
  ]);
});

it('says once what is wrong with every part of a cell', async () => {
  const ctx = await (await testWorkspace(declarations)).system();
  const { id } = await importFile(ctx, 'account', 'Tên KH;Email\nHộ KD Ánh Dương;khong co\n');
  const { items } = await listProblems(ctx, id, 'check');
  expect(items.map(({ code, value }) => [code, value])).toEqual([['badEmail', 'khong co']]);
});

it('puts an address together that has columns of its own for street, district and province', async () => {
  const ctx = await (await testWorkspace(declarations)).system();
  const file =
    'Tên KH,Tỉnh/Thành phố,Quận/Huyện,Phường/Xã,Địa chỉ\n' +
    'Gốm Chi,TP. Hồ Chí Minh,Quận 1,Phường Bến Nghé,31 Đồng Khởi\nTrà Lộc,Huế,,,\n';
  const { plan } = await importFile(ctx, 'account', file, { run: true });
  expect(plan?.columns.slice(1).map(({ target }) => target)).toEqual(
    Array(4).fill('billingAddress'),
  );
  const { items } = await list(ctx, 'account', { sort: 'name' });
  expect(items.map(({ billingAddress }) => billingAddress)).toEqual([
    {
      legacyText: '31 Đồng Khởi, Phường Bến Nghé, Quận 1, TP. Hồ Chí Minh',
      provinceCode: '79',
      countryCode: 'VN',
    },
    { legacyText: 'Huế', provinceCode: '46', countryCode: 'VN' },
  ]);
  const again = await importFile(ctx, 'account', file, { run: true, match: ['name'] });
  expect(again.counts.run).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
});
