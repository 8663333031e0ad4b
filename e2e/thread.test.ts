import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from './support/add-person.ts';
import { openCompany, type Company } from './support/company.ts';
import { inspect } from './support/inspect.ts';
import { visit } from './support/visit.ts';

let company: Company;
let colleague: string;
beforeAll(async () => {
  company = await openCompany('Sợi tơ');
  await company.api('PATCH', 'me', { name: 'Lê Thuỷ' });
  colleague = await addPerson(company, 'Đỗ Quỳnh Anh', 'administrator');
});

const account = async (name: string) => {
  const { id } = await company.api<{ id: string }>('POST', 'accounts', { name });
  return { id, path: `/accounts/${id}` };
};
const threadOf = (page: Page) => page.getByRole('feed', { name: 'Đã qua' });
const entry = (page: Page, text: string) =>
  threadOf(page).getByRole('article').filter({ hasText: text });

describe('a note', () => {
  it('mentions a colleague, who comes to it from the bell and answers; each sees the other at once', async () => {
    const { path } = await account('Dược phẩm An Khang');
    const mine = await visit(path, { email: company.email });
    const theirs = await visit('/settings/me', { email: colleague });
    await mine.getByPlaceholder('Viết điều cần nhớ').waitFor();
    await mine.keyboard.press('n');
    await mine.locator('[contenteditable=true]:focus').waitFor();
    await mine.keyboard.type('Giữ giúp 340 nắp gỗ @quynh');
    await mine.getByRole('option', { name: 'Đỗ Quỳnh Anh' }).click();
    await mine.keyboard.type('nhé');
    await mine.keyboard.press('Control+Enter');
    await entry(mine, 'Giữ giúp 340 nắp gỗ').waitFor();
    await inspect(mine);

    await theirs.getByRole('button', { name: 'Thông báo, 1 chưa đọc' }).click();
    const panel = theirs.getByRole('dialog', { name: 'Thông báo' });
    await panel.getByRole('link', { name: /Lê Thuỷ nhắc đến bạn/ }).click();
    await theirs.waitForURL('**/activities/**');
    await theirs.goto(path);
    const note = entry(theirs, 'Giữ giúp 340 nắp gỗ');
    await note.hover();
    await note.getByRole('button', { name: 'Bày tỏ cảm xúc' }).click();
    await theirs.getByRole('button', { name: 'Đồng tình' }).click();
    await entry(mine, 'Giữ giúp')
      .getByRole('button', { name: /^Đồng tình, 1 người/ })
      .waitFor();
    await note.getByRole('button', { name: /^Trả lời/ }).click();
    await note.locator('[contenteditable=true]:focus').waitFor();
    await theirs.keyboard.type('Kho đã giữ');
    await theirs.keyboard.press('Control+Enter');
    await note.getByText('Kho đã giữ').waitFor();
    await entry(mine, 'Giữ giúp').getByText('Kho đã giữ').waitFor();
    await mine.getByRole('button', { name: 'Thông báo, 1 chưa đọc' }).click();
    await mine.getByRole('link', { name: /Đỗ Quỳnh Anh trả lời/ }).click();
    // A reply stands with what it answers.
    await mine.waitForURL('**/activities/**');
    await mine.getByText('Kho đã giữ').first().waitFor();
    await inspect(mine);
  });

  it('is changed with what it was before kept, put on top, and taken back from the trash', async () => {
    const { id, path } = await account('Giấy Bãi Bằng');
    const values = { kind: 'note', account: id, description: '<p>Giao thứ Ba</p>' };
    await company.api('POST', 'activities', values);
    const page = await visit(path, { email: company.email });
    const choose = async (name: string) => {
      const note = entry(page, 'Giao thứ');
      await note.hover();
      await note.getByRole('button', { name: /^Việc khác/ }).click();
      await page.getByRole('menuitem', { name }).click();
    };
    await choose('Sửa');
    const box = page.getByRole('textbox', { name: 'Cần chuẩn bị' });
    await box.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Giao thứ Năm');
    await page.keyboard.press('Control+Enter');
    await entry(page, 'Giao thứ Năm')
      .getByRole('button', { name: /^đã sửa/ })
      .click();
    const edits = page.getByRole('dialog', { name: 'Những lần sửa' });
    await edits.getByText('Giao thứ Ba').waitFor();
    await inspect(page);
    await page.keyboard.press('Escape');

    await choose('Ghim lên đầu');
    const top = page.getByRole('region', { name: 'Đã ghim' });
    await top.getByText('Giao thứ Năm').waitFor();
    await choose('Bỏ ghim');
    await top.waitFor({ state: 'detached' });

    await choose('Xoá');
    await expect.poll(() => entry(page, 'Giao thứ Năm').count()).toBe(0);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await entry(page, 'Giao thứ Năm').waitFor();
  });

  it('survives a reload while it is written, and is written on a phone', async () => {
    const { path } = await account('Chè Tân Cương');
    const page = await visit(path, { email: company.email, phone: true });
    await page.getByRole('button', { name: 'Ghi chú cho Chè Tân Cương' }).click();
    const sheet = page.getByRole('dialog', { name: 'Chè Tân Cương' });
    const box = sheet.getByRole('textbox', { name: 'Viết điều cần nhớ' });
    await box.click();
    await page.keyboard.type('Thích chè nõn tôm');
    await expect.poll(() => box.innerText()).toBe('Thích chè nõn tôm');
    await page.reload();
    await page.getByRole('button', { name: 'Ghi chú cho Chè Tân Cương' }).click();
    await sheet.getByText('Thích chè nõn tôm').waitFor();
    await inspect(page);
    await sheet.getByRole('button', { name: 'Ghi lại' }).click();
    await entry(page, 'Thích chè nõn tôm').waitFor();
  });
});

describe('the thread', () => {
  it('takes a plan, which stands above the line of now and below it once it is done', async () => {
    const { path } = await account('Gốm Phù Lãng');
    const page = await visit(path, { email: company.email });
    await page.getByRole('radio', { name: 'Đặt lịch' }).click();
    await page.getByRole('textbox', { name: 'Nội dung' }).fill('Gọi chốt mẫu bình');
    await page.getByRole('textbox', { name: 'Bắt đầu' }).fill('31/12/2099 09:00');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Đặt lịch', exact: true }).click();
    const coming = page.getByRole('region', { name: 'Sắp tới' });
    await coming.getByText('Gọi chốt mẫu bình').waitFor();
    await inspect(page);
    await coming.getByRole('button', { name: 'Xong: Gọi chốt mẫu bình' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await company.api('POST', `activities/${await planned()}/finish`, {
      values: { result: 'agreed' },
      noNextStep: 'nothingNeeded',
    });
    await coming.waitFor({ state: 'detached' });
    await entry(page, 'Gọi chốt mẫu bình').getByText('Đồng ý').waitFor();
  });

  it('shows one sort alone, and is walked by Page Down', async () => {
    const { id, path } = await account('Lụa Vạn Phúc');
    await company.api('POST', 'activities', {
      kind: 'note',
      account: id,
      description: 'Thích màu mỡ gà',
    });
    await company.api('PATCH', path.slice(1), { tradingName: 'Vạn Phúc' });
    const page = await visit(path, { email: company.email });
    await entry(page, 'Thích màu mỡ gà').waitFor();
    await threadOf(page).getByRole('article').first().focus();
    await page.keyboard.press('PageDown');
    const second = threadOf(page).getByRole('article').nth(1);
    await expect.poll(() => second.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: /^Hiện trên sợi tơ/ }).click();
    await page.getByRole('menuitemradio', { name: 'Ghi chú' }).click();
    await expect.poll(() => threadOf(page).getByRole('article').count()).toBe(1);
    await page.getByRole('button', { name: 'Hiện trên sợi tơ: Ghi chú' }).waitFor();
  });
});

async function planned(): Promise<string> {
  const { items } = await company.api<{ items: { id: string }[] }>('POST', 'activities/query', {
    where: { field: 'subject', op: 'eq', value: 'Gọi chốt mẫu bình' },
  });
  return items[0]?.id ?? '';
}
