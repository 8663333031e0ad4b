import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCompany, type Company } from './support/company.ts';
import { inspect } from './support/inspect.ts';
import { visit } from './support/visit.ts';

const many = 1250;

let company: Company;
beforeAll(async () => {
  company = await openCompany('Khung nhìn');
  const { created } = await company.api<{ created: { id: string }[] }>('POST', 'accounts/batch', {
    create: [
      { name: 'Gốm Phù Lãng', potential: 'a', stage: 'inTalks', region: 'north' },
      {
        name: 'Quán Bến Thành',
        stage: 'toMarket',
        billingAddress: { provinceCode: '79', wardCode: '26740', countryCode: 'VN' },
      },
    ],
  });
  await company.api('POST', 'contacts', { name: 'Nguyễn Thị Hoa', account: created[0]?.id });
  const names = Array.from({ length: many }, (_, i) => ({
    name: `Đầu mối ${String(i + 1).padStart(4, '0')}`,
  }));
  for (const create of [names.slice(0, 1000), names.slice(1000)])
    await company.api('POST', 'leads/batch', { create });
});

const open = (path: string, language: 'vi' | 'en' = 'vi') =>
  visit(path, { email: company.email, language });
const head = (page: Page, name: string) => page.getByRole('columnheader', { name });

async function saveAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Lưu thành khung nhìn' }).last().click();
  const dialog = page.getByRole('dialog', { name: 'Lưu thành khung nhìn' });
  await dialog.getByLabel('Tên').fill(name);
  await dialog.getByRole('button', { name: 'Lưu khung nhìn' }).click();
  await page
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .and(page.locator('[aria-current=page]'))
    .waitFor();
}

describe('a saved view', () => {
  it('brings back pins, widths and the stretch of time of its groups', async () => {
    const page = await open('/accounts');
    const quarter = page.locator('[role=row][aria-level="1"]').filter({ hasText: /Quý \d/ });
    await page.getByText('Gốm Phù Lãng').waitFor();
    await page.getByRole('button', { name: 'Cột', exact: true }).click();
    await page.getByRole('button', { name: 'Ghim cột Giai đoạn', exact: true }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Nhóm', exact: true }).click();
    const groups = page.getByRole('dialog', { name: 'Nhóm' });
    await groups.getByPlaceholder('Tìm trường').fill('ngay tao');
    await groups.getByPlaceholder('Tìm trường').press('Enter');
    await page.getByRole('button', { name: /^Nhóm: / }).click();
    await page.getByRole('button', { name: 'Quý', exact: true }).click();
    await quarter.waitFor();
    await saveAs(page, 'Theo quý');

    // Of one's own view a width is a change to save.
    const stage = head(page, 'Giai đoạn');
    const before = (await stage.boundingBox())?.width ?? 0;
    await stage.getByRole('button').focus();
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('Alt+Shift+ArrowRight');
    await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
    await page.getByRole('status').filter({ hasText: 'Đã lưu khung nhìn Theo quý' }).waitFor();

    await page.getByRole('link', { name: /^Tất cả/ }).click();
    await quarter.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /^Theo quý/ }).click();
    await page.reload();
    await quarter.waitFor();
    expect((await stage.boundingBox())?.width).toBeCloseTo(before + 64, 0);
    await page.getByRole('button', { name: 'Cột', exact: true }).click();
    await page.getByRole('button', { name: 'Bỏ ghim cột Giai đoạn' }).waitFor();
  });

  it('can be of a team, and leaves the teams to other pages as they know them', async () => {
    await company.api('POST', 'teams', { name: 'Miền Bắc' });
    await company.api('POST', 'teams', { name: 'Miền Nam' });
    const page = await open('/accounts');
    await page.getByRole('button', { name: 'Cột', exact: true }).click();
    await page.getByRole('button', { name: 'Ghim cột Giai đoạn', exact: true }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Lưu thành khung nhìn' }).last().click();
    const dialog = page.getByRole('dialog', { name: 'Lưu thành khung nhìn' });
    await dialog.getByLabel('Tên').fill('Của Miền Nam');
    await dialog.getByRole('radio', { name: /^Nhóm/ }).check();
    await dialog.getByLabel('Nhóm', { exact: true }).first().click();
    await page.getByRole('option', { name: 'Miền Nam' }).click();
    await dialog.getByRole('button', { name: 'Lưu khung nhìn' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Cài đặt' }).click();
    await page.getByRole('link', { name: 'Nhóm', exact: true }).click();
    await page.getByText('Miền Nam').first().waitFor();
  });

  it('brings back a funnel', async () => {
    const page = await open('/accounts?mode=chart');
    await page.getByRole('radiogroup', { name: 'Loại biểu đồ' }).getByText('Phễu').click();
    await saveAs(page, 'Phễu khách hàng');
    await page.reload();
    await page
      .getByRole('radio', { name: 'Phễu' })
      .and(page.locator(':checked'))
      .waitFor({ state: 'attached' });
  });
});

describe('a column', () => {
  it('can be of what a relation leads to, on the screen and in a file', async () => {
    const page = await open('/contacts');
    await page.getByText('Nguyễn Thị Hoa').waitFor();
    await page.getByRole('button', { name: 'Cột', exact: true }).click();
    await page.getByRole('button', { name: 'Trường của khách hàng', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Khách hàng › Khu vực' }).check();
    await inspect(page);
    await page.keyboard.press('Escape');
    await head(page, 'Khách hàng › Khu vực').waitFor();
    await page.locator('[data-column="account.region"]').getByText('Miền Bắc').waitFor();
    await page.getByRole('checkbox', { name: 'Chọn Nguyễn Thị Hoa' }).check();
    const text = await exported(page);
    expect(text.split('\r\n')[0]).toContain('Khách hàng › Khu vực');
    expect(text).toContain('Miền Bắc');
  });
});

describe('a list of more than a thousand', () => {
  it('is gone through to its end and middle at once', async () => {
    const page = await open('/leads?sort=name');
    await page.getByText('Đầu mối 0001').waitFor();
    await page.getByText('1.250 khách hàng tiềm năng').waitFor();
    const grid = page.getByRole('grid');
    await grid.focus();
    await page.keyboard.press('End');
    await page.getByText('Đầu mối 1250').waitFor();
    await grid.evaluate((table) => table.scrollTo({ top: table.scrollHeight / 2 }));
    await page.getByText('Đầu mối 0630').waitFor();
    await page.getByText('Đầu mối 0630').click();
    await page.getByRole('heading', { name: 'Đầu mối 0630' }).waitFor();
    await page.getByText('630 / 1.250').waitFor();
    await page.goBack();
    await page.getByText('Đầu mối 0630').waitFor();
    await page.keyboard.press('Home');
    await grid.focus();
    await page.keyboard.press('Home');
    await page.getByText('Đầu mối 0001').waitFor();
  });

  it('is printed from its first row on, and says what is left out', async () => {
    const page = await open('/leads?sort=name');
    await page.getByText('Đầu mối 0001').waitFor();
    await page.evaluate('window.print = () => undefined');
    await page.keyboard.press('Control+p');
    await page.emulateMedia({ media: 'print' });
    const sheet = page.getByRole('article');
    await sheet.getByText('In 500 dòng đầu trong 1.250 khách hàng tiềm năng').waitFor();
    await expect.poll(() => sheet.getByRole('row').count()).toBe(501);
    await sheet.getByText('Đầu mối 0500').waitFor();
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
    await sheet.waitFor({ state: 'detached' });
  });

  it('is exported as it was chosen', async () => {
    const page = await open('/leads?sort=name');
    await page.getByText('Đầu mối 0001').waitFor();
    await page.getByRole('checkbox', { name: 'Chọn tất cả' }).check();
    await page.getByRole('checkbox', { name: 'Chọn Đầu mối 0002' }).uncheck();
    const text = await exported(page);
    expect(text.trimEnd().split('\r\n')).toHaveLength(many);
    expect(text).toContain('Đầu mối 1250');
    expect(text).not.toContain('Đầu mối 0002');
  });
});

describe('places', () => {
  it('are filtered by the names they had before', async () => {
    const page = await open('/accounts');
    await page.getByText('Gốm Phù Lãng').waitFor();
    const conditions = page.getByRole('group', { name: 'Điều kiện lọc' });
    await conditions.getByRole('button', { name: 'Lọc', exact: true }).click();
    await page.getByLabel('Tìm trường hoặc giá trị').fill('phuong ben nghe');
    await page.getByRole('option', { name: /Sài Gòn.*Bến Nghé.*hoá đơn/ }).click();
    await page.getByText('Gốm Phù Lãng').waitFor({ state: 'detached' });
    await page.getByText('Quán Bến Thành').waitFor();
    await page.reload();
    await conditions.getByText('Phường Sài Gòn').waitFor();
    await inspect(page);
  });
});

describe('a cell', () => {
  it('takes what was typed before its box had come', async () => {
    const page = await open('/accounts', 'en');
    let go: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      go = resolve;
    });
    await page.route('**/cell-edit-*.js', async (route) => {
      await asked;
      await route.continue();
    });
    const row = page.getByRole('grid').getByRole('row').filter({ hasText: 'Gốm Phù Lãng' });
    await row.locator('[data-column=emails]').click();
    await page.keyboard.press('F2');
    await page.keyboard.type('xuong@phulang.example');
    go();
    const box = page.getByRole('grid').getByRole('textbox');
    await expect.poll(() => box.inputValue()).toBe('xuong@phulang.example');
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'of Gốm Phù Lãng changed' }).waitFor();
  });
});

/** The chosen rows as a CSV, in the columns that are shown. */
async function exported(page: Page): Promise<string> {
  const tools = page.getByRole('toolbar', { name: 'Việc với các dòng đã chọn' });
  await tools.getByRole('button', { name: 'Xuất' }).click();
  const dialog = page.getByRole('dialog', { name: /^Xuất/ });
  await dialog.getByRole('radio', { name: 'CSV' }).check();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: /^Xuất \d/ }).click(),
  ]);
  return (await buffer(await file.createReadStream())).toString('utf8');
}
