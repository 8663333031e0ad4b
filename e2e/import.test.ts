import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCompany, type Company } from './support/company.ts';
import { inspect } from './support/inspect.ts';
import { visit } from './support/visit.ts';
import { windows1258 } from './support/windows-1258.ts';

let company: Company;
let another: Company;
beforeAll(async () => {
  company = await openCompany('Nhập tệp');
  another = await openCompany('Tệp cũ');
});

interface Account {
  name: string;
}

const total = async () =>
  (await company.api<{ total: { value: number } }>('GET', 'accounts?limit=1')).total.value;

describe('a list of customers from elsewhere', () => {
  it('is looked at first, brought in, and taken out again', async () => {
    const before = await total();
    const page = await visit('/imports/new?object=account', { email: company.email });
    await page.getByLabel('Chọn tệp', { exact: true }).setInputFiles({
      name: 'accounts.csv',
      mimeType: 'text/csv',
      buffer: readFileSync('../shared/data/maven-crm/accounts.csv'),
    });
    await page.getByRole('button', { name: 'Chạy thử' }).click();
    const run = page.getByRole('button', { name: 'Nhập 85 dòng' });
    await run.waitFor();
    await expect.poll(() => total()).toBe(before);
    await inspect(page);
    await run.click();
    await page.getByRole('heading', { name: 'Đã nhập 85 dòng' }).waitFor();
    await expect.poll(() => total()).toBe(before + 85);

    await page.getByRole('link', { name: 'Xem 85 bản ghi mới' }).click();
    await page.getByRole('link', { name: 'Zumgoity' }).first().waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Hoàn tác lần nhập' }).click();
    const ask = page.getByRole('dialog');
    await ask.getByText('thùng rác').waitFor();
    await ask.getByRole('button', { name: 'Hoàn tác lần nhập' }).click();
    await page.getByRole('heading', { name: 'Đã hoàn tác lần nhập' }).waitFor();
    await expect.poll(() => total()).toBe(before);
  });
});

describe('a messy file of a Vietnamese company', () => {
  // Its columns are apart by semicolons, its days are dd/mm/yyyy, and the last two rows are one customer.
  const rows = [
    'Tên khách hàng;Điện thoại;Ngày thành lập;Email;Ghi chú',
    'Công ty TNHH Gốm Bát Tràng;0912 345 678 / 024.3874.1234;25/12/2009;gom@battrang.example;Khách quý, thích men rạn',
    'Nhà sách Tuổi Trẻ;0987654321;31/02/2015;tuoitre@vidu.example;Ngày không có thật',
    'Xưởng mộc Đông Kỵ;0903 111 222;07/08/2001;moc@dongky.example;Đặt hàng dịp Tết',
    'XƯỞNG MỘC ĐÔNG KỴ;0903111222;07/08/2001;moc@dongky.example;Ghi hai lần',
  ];

  it('is read as it is meant, and says what is wrong with which row', async () => {
    const page = await visit('/imports/new?object=account', { email: another.email, phone: true });
    await page.getByLabel('Chọn tệp', { exact: true }).setInputFiles({
      name: 'Khách hàng cũ.csv',
      mimeType: 'text/csv',
      buffer: windows1258(rows.join('\r\n')),
    });
    const check = page.getByRole('button', { name: 'Chạy thử' });
    await check.waitFor();
    await inspect(page);
    await check.click();
    const run = page.getByRole('button', { name: 'Nhập 3 dòng' });
    await run.waitFor();
    await page.getByRole('button', { name: 'Ngày thành lập: ngày sai 1' }).click();
    await page.getByRole('cell', { name: '31/02/2015 Không phải ngày hợp lệ.' }).waitFor();
    await inspect(page);
    await page.getByRole('button', { name: 'Để trống ô, vẫn nhập dòng' }).click();
    await page.getByRole('button', { name: 'Nhập 4 dòng' }).click();
    await page.getByRole('heading', { name: 'Đã nhập 4 dòng' }).waitFor();

    const { items } = await another.api<{ items: Account[] }>('GET', 'accounts?sort=name');
    expect(items).toMatchObject([
      {
        name: 'Công ty TNHH Gốm Bát Tràng',
        phones: ['+84912345678', '+842438741234'],
        foundedOn: '2009-12-25',
        notes: 'Khách quý, thích men rạn',
      },
      { name: 'Nhà sách Tuổi Trẻ', phones: ['+84987654321'], foundedOn: null },
      { name: 'Xưởng mộc Đông Kỵ', phones: ['+84903111222'], foundedOn: '2001-08-07' },
    ]);
  });

  it('gives a list the values it had not, and what was wrong is right', async () => {
    const page = await visit('/imports/new?object=account', { email: another.email });
    await page.getByLabel('Chọn tệp', { exact: true }).setInputFiles({
      name: 'Khách hội chợ.csv',
      mimeType: 'text/csv',
      buffer: windows1258('Tên KH;Nguồn khách\r\nHộ KD Ánh Dương;Hội chợ Tết'),
    });
    await page.getByRole('button', { name: 'Chạy thử' }).click();
    const group = page.getByRole('button', { name: 'Nguồn khách: chưa có trong danh sách 1' });
    await group.click();
    await page.getByRole('button', { name: 'Thêm 1 giá trị vào danh sách' }).click();
    await page.getByRole('button', { name: 'Nhập 1 dòng' }).waitFor();
    expect(await group.count()).toBe(0);
  });

  it('has a field made for a column that has none, of the kind its values have', async () => {
    const page = await visit('/imports/new?object=account', { email: another.email });
    await page.getByLabel('Chọn tệp', { exact: true }).setInputFiles({
      name: 'Hội viên.csv',
      mimeType: 'text/csv',
      buffer: windows1258('Tên KH;Ngày gia nhập hội\r\nMây tre Phú Vinh;15/03/2024'),
    });
    await page.getByRole('button', { name: 'Tạo trường cho cột Ngày gia nhập hội' }).click();
    await page.getByText('Đã tạo trường Ngày gia nhập hội, kiểu ngày.').waitFor();
    await inspect(page);
    await page.getByRole('button', { name: 'Chạy thử' }).click();
    await page.getByRole('button', { name: 'Nhập 1 dòng' }).click();
    await page.getByRole('link', { name: 'Xem 1 bản ghi mới' }).click();
    await page.getByRole('gridcell', { name: '15/03/2024' }).waitFor();
  });

  it('is told who a short name is, and shows what came in its own columns', async () => {
    const { items } = await another.api<{ items: { name: string }[] }>('GET', 'members');
    const member = items[0]?.name ?? '';
    const page = await visit('/imports/new?object=account', { email: another.email });
    await page.getByLabel('Chọn tệp', { exact: true }).setInputFiles({
      name: 'Khách của Lan.csv',
      mimeType: 'text/csv',
      buffer: windows1258(
        'Tên KH;NV phụ trách;Ngành nghề;Nguồn khách\r\nGiấy dó Đống Cao;Lan;Giấy;Mạng xã hội\r\nLụa Nha Xá;Lan;Lụa;Người quen cũ',
      ),
    });
    await page.getByRole('button', { name: 'Chạy thử' }).click();
    await page.getByRole('button', { name: /^NV phụ trách: .*2$/ }).click();
    await page.getByText('Cột NV phụ trách có 1 tên không tìm thấy').waitFor();
    await page.getByLabel('Giá trị thay cho Lan').click();
    await page.getByRole('option', { name: member }).click();
    await inspect(page);
    await page.getByRole('button', { name: 'Áp dụng rồi chạy thử lại' }).click();
    // The report of before stands until the new one is there.
    await page.getByRole('button', { name: /^NV phụ trách: .*2$/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Nguồn khách: / }).click();
    const add = page.getByRole('button', { name: /^Thêm \d giá trị vào danh sách$/ });
    await add.waitFor();
    const before = Number(/\d/.exec((await add.textContent()) ?? '')?.[0]);
    await page.getByLabel('Giá trị thay cho Người quen cũ').click();
    await page.getByRole('option', { name: 'Để trống' }).click();
    // Only what means nothing yet is added.
    if (before > 1)
      await page.getByRole('button', { name: 'Thêm 1 giá trị vào danh sách' }).click();
    else await page.getByRole('button', { name: 'Áp dụng rồi chạy thử lại' }).click();
    await page.getByRole('button', { name: 'Nhập 2 dòng' }).click();
    await page.getByRole('link', { name: 'Xem 2 bản ghi mới' }).click();
    await page.getByRole('columnheader', { name: 'Ngành nghề' }).waitFor();
    await page.getByRole('gridcell', { name: 'Lụa', exact: true }).waitFor();
    interface Made extends Account {
      owner: { title: string };
      source: string | null;
    }
    const { items: all } = await another.api<{ items: Made[] }>('GET', 'accounts');
    const made = all.find(({ name }) => name === 'Lụa Nha Xá');
    expect(made).toMatchObject({ owner: { title: member }, source: null });
  });
});
