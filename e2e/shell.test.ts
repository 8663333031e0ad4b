import { beforeAll, describe, expect, it } from 'vitest';
import { openCompany, type Company } from './support/company.ts';
import { inspect } from './support/inspect.ts';
import { visit } from './support/visit.ts';

let company: Company;
beforeAll(async () => {
  company = await openCompany('Khung của mọi trang');
  await company.api('POST', 'accounts', { name: 'Khách đầu tiên', preferences: ['trà'] });
});

describe('from any page', () => {
  it('a list is exported by a command', async () => {
    const page = await visit('/help', { email: company.email });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Tìm hoặc ra lệnh' }).fill('>xuất');
    const first = page.getByRole('option').first();
    await first.filter({ hasText: 'Xuất khách hàng' }).waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Xuất khách hàng/ });
    const file = page.waitForEvent('download');
    await dialog.getByRole('button', { name: /^Xuất 1/ }).click();
    expect((await file).suggestedFilename()).toMatch(/\.xlsx$/);
  });

  it('more is found than has room, and all of it is a key away', async () => {
    const create = Array.from({ length: 7 }, (_, i) => ({ name: `Gốm Chu Đậu ${i + 1}` }));
    await company.api('POST', 'accounts/batch', { create });
    const page = await visit('/help', { email: company.email });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Tìm hoặc ra lệnh' }).fill('chu dau');
    await page.getByText('5+ kết quả').waitFor();
    await page.getByRole('option', { name: 'Xem tất cả khách hàng khớp “chu dau”' }).click();
    await page.getByText('7 khách hàng').waitFor();
  });

  it('one goes a step back, on a phone too', async () => {
    const page = await visit('/settings/tags/account-preferences', {
      email: company.email,
      phone: true,
    });
    await page.getByRole('rowheader', { name: 'trà' }).waitFor();
    await inspect(page);
    await page.getByRole('link', { name: 'Quay lại Cài đặt' }).click();
    await page.getByRole('link', { name: 'Người dùng' }).click();
    // Who has which role is changed where it is said.
    await page.getByRole('button', { name: /Đổi vai trò và nhóm$/ }).click();
    await page.getByRole('dialog').getByLabel('Vai trò').waitFor();
    await inspect(page);
  });

  it('the way back closes what lies over the page before it leaves the page', async () => {
    const page = await visit('/contacts', { email: company.email, phone: true });
    await page.getByRole('link', { name: 'Khách hàng', exact: true }).click();
    await page.waitForURL(/\/accounts$/);
    const back = () => page.evaluate(() => window.history.back());
    await page.getByRole('button', { name: 'Khác', exact: true }).click();
    const places = page.getByRole('dialog', { name: 'Khác' });
    await places.getByRole('link', { name: 'Cài đặt' }).waitFor();
    await back();
    await places.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Khách đầu tiên' }).click();
    // The list has such a button too.
    await page.getByRole('heading', { name: 'Khách đầu tiên' }).waitFor();
    await page.getByRole('button', { name: 'Việc khác' }).click();
    await page.getByRole('menuitem', { name: 'Sửa', exact: true }).click();
    const panel = page.getByRole('dialog', { name: 'Sửa khách hàng' });
    await panel.getByLabel('Tên giao dịch').fill('Đầu Tiên');
    await back();
    const question = page.getByRole('dialog', { name: 'Đóng khi đang gõ dở?' });
    await question.waitFor();
    // Back from the question is on with the form.
    await back();
    await question.waitFor({ state: 'detached' });
    await back();
    await question.getByRole('button', { name: 'Bỏ phần đã gõ' }).click();
    await panel.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Khách đầu tiên' }).waitFor();
    await back();
    await page.waitForURL(/\/accounts$/);
  });

  it('a page that broke says so, and is loaded again', async () => {
    const page = await visit('/help', { email: company.email });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.route('**/api/v1/trash*', (route) => route.fulfill({ json: { items: [null] } }));
    await page.getByRole('link', { name: 'Thùng rác' }).click();
    await page.getByText('Trang này chưa mở được').waitFor();
    await page.unroute('**/api/v1/trash*');
    await page.getByRole('button', { name: 'Tải lại trang' }).click();
    await page.getByText('Thùng rác trống').waitFor();
  });
});
