import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCompany, type Company } from './support/company.ts';
import { inspect } from './support/inspect.ts';
import { visit } from './support/visit.ts';

const hanoi = '01';
const haiphong = '31';
const danang = '48';

let company: Company;
beforeAll(async () => {
  company = await openCompany('Danh sách');
  const add = (name: string, provinceCode: string, potential: string, stage = 'toMarket') => ({
    name,
    potential,
    stage,
    billingAddress: { provinceCode, countryCode: 'VN' },
  });
  await company.api('POST', 'accounts/batch', {
    create: [
      add('Gốm Bát Tràng', hanoi, 'a'),
      add('Mây tre Phú Vinh', hanoi, 'b', 'inTalks'),
      add('Nước mắm Cát Hải', haiphong, 'a', 'inTalks'),
      add('Bánh khô mè Cẩm Lệ', danang, 'a'),
    ],
  });
});

const rowOf = (page: Page, title: string): Locator =>
  page.getByRole('grid').getByRole('row').filter({ hasText: title });
const toast = (page: Page, text: string): Locator =>
  page.getByRole('status').filter({ hasText: text });

async function open(path: string, options: { phone?: boolean; language?: 'vi' | 'en' } = {}) {
  return visit(path, { email: company.email, ...options });
}

describe('finding', () => {
  for (const phone of [false, true])
    it(`needs no accents, ${phone ? 'phone' : 'desktop'}`, async () => {
      const page = await open('/accounts', { phone });
      await page.getByText('Gốm Bát Tràng').waitFor();
      await inspect(page);
      if (phone) await page.getByRole('button', { name: 'Tìm', exact: true }).click();
      else await page.keyboard.press('Control+k');
      // Nobody waits for the box before typing.
      await page.keyboard.type('nuoc mam');
      const box = page.getByRole('combobox', { name: 'Tìm hoặc ra lệnh' });
      await page.getByRole('option', { name: /Nước mắm Cát Hải/ }).waitFor();
      await inspect(page);
      await box.press('Enter');
      await page.getByRole('heading', { name: 'Nước mắm Cát Hải' }).waitFor();
      expect(page.url()).toMatch(/\/accounts\/[^/]+$/);
    });
});

describe('a filter', () => {
  it('is chosen on a phone, where it comes up from below', async () => {
    const page = await open('/accounts', { phone: true });
    await page.getByText('Gốm Bát Tràng').waitFor();
    await page.getByRole('button', { name: 'Lọc', exact: true }).tap();
    await page.getByPlaceholder('Tìm trường', { exact: true }).tap();
    await page.keyboard.type('giai doan');
    await page.getByRole('option', { name: 'Giai đoạn', exact: true }).tap();
    await page.getByRole('checkbox', { name: 'Đã mất' }).tap();
    await page.getByRole('button', { name: 'Xong', exact: true }).tap();
    await page.getByText('Gốm Bát Tràng').waitFor({ state: 'detached' });
  });

  it('is built by clicking, saved as a view, and is there after a reload', async () => {
    const page = await open('/accounts');
    await rowOf(page, 'Gốm Bát Tràng').waitFor();
    const conditions = page.getByRole('group', { name: 'Điều kiện lọc' });
    const add = conditions.getByRole('button', { name: 'Lọc', exact: true });
    const find = page.getByLabel('Tìm trường hoặc giá trị');
    for (const [words, value] of [
      ['ha noi', /^Hà Nội.*hoá đơn/],
      ['hai phong', /^Hải Phòng.*hoá đơn/],
      ['rat tiem nang', /^A – Rất tiềm năng/],
    ] as const) {
      await add.click();
      await find.fill(words);
      await page.getByRole('option', { name: value }).click();
    }
    await conditions.getByText('Hà Nội hoặc Hải Phòng').waitFor();

    // Longer ago than 30 days, or never.
    await add.click();
    await find.fill('lien he gan nhat');
    await page.getByRole('option', { name: 'Lần liên hệ gần nhất', exact: true }).click();
    const panel = page.getByRole('dialog', { name: 'Lọc' });
    await panel.getByLabel('Phép so sánh').selectOption({ label: 'trước' });
    await panel.getByLabel('Giá trị').selectOption({ label: '30 ngày qua' });
    await panel.getByRole('checkbox', { name: 'Kể cả khi chưa có' }).check();
    await inspect(page);
    await page.getByRole('button', { name: 'Xong' }).click();
    await conditions.getByText('hoặc chưa có').waitFor();

    const found = ['Gốm Bát Tràng', 'Nước mắm Cát Hải'];
    await only(page, found);
    await page.getByRole('button', { name: 'Lưu thành khung nhìn' }).last().click();
    const dialog = page.getByRole('dialog', { name: 'Lưu thành khung nhìn' });
    await dialog.getByLabel('Tên').fill('Lâu chưa hỏi thăm');
    await inspect(page);
    await dialog.getByRole('button', { name: 'Lưu khung nhìn' }).click();
    const tab = page.getByRole('link', { name: /^Lâu chưa hỏi thăm/ });
    await tab.and(page.locator('[aria-current=page]')).waitFor();
    await page.reload();
    await tab.and(page.locator('[aria-current=page]')).waitFor();
    await only(page, found);
    await inspect(page);
  });
});

/** The table shows these and no other. */
async function only(page: Page, titles: readonly string[]) {
  for (const title of titles) await rowOf(page, title).waitFor();
  const boxes = page.getByRole('checkbox', { name: /^Chọn (?!tất cả)/ });
  await expect.poll(() => boxes.count()).toBe(titles.length);
}

describe('the table', () => {
  it('is sorted, grouped and given columns; the address holds it all', async () => {
    const page = await open('/accounts');
    await rowOf(page, 'Gốm Bát Tràng').waitFor();
    await page.getByRole('button', { name: 'Tên khách hàng', exact: true }).click();
    await page
      .getByRole('columnheader', { name: 'Tên khách hàng' })
      .and(page.locator('[aria-sort=ascending]'))
      .waitFor();
    await expect
      .poll(() => titles(page))
      .toEqual(['Bánh khô mè Cẩm Lệ', 'Gốm Bát Tràng', 'Mây tre Phú Vinh', 'Nước mắm Cát Hải']);
    await page.getByRole('button', { name: 'Tên khách hàng', exact: true }).click();
    await expect.poll(async () => (await titles(page))[0]).toBe('Nước mắm Cát Hải');

    await page.getByRole('button', { name: 'Cột', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Khu vực' }).check();
    await inspect(page);
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: 'Khu vực' }).waitFor();

    await page.getByRole('button', { name: 'Nhóm', exact: true }).click();
    await page
      .getByRole('dialog', { name: 'Nhóm' })
      .getByRole('button', { name: 'Mức tiềm năng' })
      .click();
    const groups = page.getByRole('treegrid').locator('[role=row][aria-level="1"]');
    await expect.poll(() => groups.allInnerTexts()).toHaveLength(2);
    await expect.poll(() => groups.first().innerText()).toMatch(/A – Rất tiềm năng\s*3/);
    await inspect(page);
    await page.reload();
    await expect.poll(() => groups.count()).toBe(2);
    await page.getByRole('columnheader', { name: 'Khu vực' }).waitFor();
  });

  it('changes a cell in place, and takes it back', async () => {
    const page = await open('/accounts', { language: 'en' });
    const writes: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PATCH') writes.push(request.url());
    });
    await rowOf(page, 'Gốm Bát Tràng').locator('[data-column=potential]').click();
    await page.keyboard.press('F2');
    await page.getByRole('grid').getByRole('combobox').press('ArrowDown');
    await page.getByRole('option', { name: /^B/ }).click();
    const told = toast(page, 'Potential of Gốm Bát Tràng changed.');
    await told.waitFor();
    await rowOf(page, 'Gốm Bát Tràng').getByText(/^B – /).waitFor();
    await inspect(page);
    // Leaving the box that was saved saves nothing more.
    expect(writes).toHaveLength(1);
    await told.getByRole('button', { name: 'Undo' }).click();
    await rowOf(page, 'Gốm Bát Tràng').getByText(/^A – /).waitFor();

    await rowOf(page, 'Mây tre Phú Vinh').locator('[data-column=emails]').click();
    await page.keyboard.press('Enter');
    const box = page.getByRole('grid').getByRole('textbox');
    await box.fill('lien-he@phuvinh');
    await box.press('Enter');
    await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
    await box.fill('lien-he@phuvinh.example');
    await box.press('Enter');
    await toast(page, 'of Mây tre Phú Vinh changed').waitFor();
  });

  it('is worked by keys alone', async () => {
    const page = await open('/accounts?sort=name');
    await rowOf(page, 'Gốm Bát Tràng').waitFor();
    const selected = (title: string) =>
      rowOf(page, title).and(page.locator('[aria-selected=true]'));
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await selected('Gốm Bát Tràng').waitFor();
    await page.keyboard.press('k');
    await page.keyboard.press('x');
    await selected('Bánh khô mè Cẩm Lệ').waitFor();
    await page.getByText('Đã chọn 2 khách hàng').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Đã chọn 2 khách hàng').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Bánh khô mè Cẩm Lệ' }).waitFor();
  });
});

describe('many at once', () => {
  it('are changed and changed back', async () => {
    const page = await open('/accounts?sort=name');
    for (const title of ['Bánh khô mè Cẩm Lệ', 'Gốm Bát Tràng'])
      await page.getByRole('checkbox', { name: `Chọn ${title}` }).check();
    const tools = page.getByRole('toolbar', { name: 'Việc với các dòng đã chọn' });
    await inspect(page);
    // Who looks at a merge and leaves it goes on with what was chosen.
    await tools.getByRole('button', { name: 'Gộp' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Huỷ' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('Đã chọn 2 khách hàng').waitFor();
    await tools.getByRole('button', { name: 'Sửa trường' }).click();
    await page
      .getByPlaceholder('Trường')
      .or(page.getByLabel('Trường', { exact: true }))
      .first()
      .fill('giai đoạn');
    await page.getByRole('option', { name: 'Giai đoạn', exact: true }).click();
    await page.getByRole('combobox', { name: 'Giai đoạn' }).click();
    await page.getByRole('option', { name: 'Đang trao đổi' }).click();
    await page.getByRole('button', { name: 'Sửa 2 khách hàng' }).click();
    const done = toast(page, 'Đã sửa 2 khách hàng');
    await done.waitFor();
    const stage = (title: string) => rowOf(page, title).getByText('Đang trao đổi');
    await stage('Gốm Bát Tràng').waitFor();
    await stage('Bánh khô mè Cẩm Lệ').waitFor();
    await done.getByRole('button', { name: 'Hoàn tác' }).click();
    await toast(page, 'Đã hoàn tác 2 khách hàng').waitFor();
    await stage('Gốm Bát Tràng').waitFor({ state: 'detached' });
    await stage('Mây tre Phú Vinh').waitFor();
  });
});

/** Titles in the order they stand on the screen. */
const titles = async (page: Page): Promise<string[]> => {
  const boxes = await page.getByRole('checkbox', { name: /^Chọn (?!tất cả)/ }).all();
  const placed = await Promise.all(
    boxes.map(async (box) => ({
      title: (await box.getAttribute('aria-label'))?.replace('Chọn ', '') ?? '',
      top: (await box.boundingBox())?.y ?? 0,
    })),
  );
  return placed.toSorted((a, b) => a.top - b.top).map(({ title }) => title);
};
