import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCompany, type Company } from './support/company.ts';
import { inspect } from './support/inspect.ts';
import { visit } from './support/visit.ts';

let company: Company;
beforeAll(async () => {
  company = await openCompany('Đối tượng riêng');
  await company.api('POST', 'accounts', { name: 'Gốm Bát Tràng' });
});

/** Opens the panel of a new field, names it and chooses its kind. */
async function beginField(page: Page, vi: string, en: string, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Thêm trường' }).click();
  const panel = page.getByRole('dialog', { name: 'Thêm trường' });
  await panel.getByLabel('Tên tiếng Việt').fill(vi);
  await panel.getByLabel('Tên tiếng Anh').fill(en);
  await panel.getByRole('combobox', { name: 'Loại' }).fill(kind);
  await page.getByRole('option', { name: kind, exact: true }).click();
}

async function endField(page: Page, vi: string): Promise<void> {
  const panel = page.getByRole('dialog', { name: 'Thêm trường' });
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await panel.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: vi, exact: true }).waitFor();
}

describe('an object of the company’s own', () => {
  it('is made, and works as those that were there', async () => {
    const page = await visit('/settings/objects', { email: company.email });
    await page.getByRole('button', { name: 'Thêm đối tượng' }).click();
    await page.getByLabel('Tên tiếng Việt').fill('Hợp đồng bảo trì');
    await page.getByLabel('Tên tiếng Anh').fill('Service contract');
    expect(await page.getByLabel('Mã').inputValue()).toBe('serviceContract');
    await inspect(page);
    await page.getByRole('button', { name: 'Tạo đối tượng' }).click();
    await page.getByRole('heading', { name: 'Hợp đồng bảo trì' }).waitFor();

    await beginField(page, 'Bên mua', 'Customer', 'Nối tới một bản ghi');
    const panel = page.getByRole('dialog', { name: 'Thêm trường' });
    await panel.getByRole('combobox', { name: 'Nối tới' }).fill('Khách hàng');
    await page.getByRole('option', { name: 'Khách hàng', exact: true }).click();
    await endField(page, 'Bên mua');
    await beginField(page, 'Giá trị', 'Value', 'Số tiền');
    await endField(page, 'Giá trị');
    await beginField(page, 'Tình trạng', 'State', 'Chọn một');
    await panel.getByRole('button', { name: 'Thêm' }).click();
    await panel.getByRole('textbox', { name: 'Tiếng Việt', exact: true }).fill('Đang chạy');
    await panel.getByRole('textbox', { name: 'Tiếng Anh', exact: true }).fill('Running');
    await panel.getByRole('combobox', { name: 'Màu' }).click();
    await page.getByRole('option', { name: 'Xanh lá' }).click();
    await inspect(page);
    await endField(page, 'Tình trạng');
    await inspect(page);

    await page.getByRole('link', { name: 'Hợp đồng bảo trì' }).first().click();
    await page.getByRole('heading', { name: 'Chưa có hợp đồng bảo trì nào' }).waitFor();
    await page.getByRole('button', { name: 'Thêm hợp đồng bảo trì' }).click();
    const form = page.getByRole('dialog', { name: 'Thêm hợp đồng bảo trì' });
    await form.getByLabel('Tên').fill('Bảo trì lò nung 2026');
    await form.getByRole('button', { name: 'Thêm thông tin' }).click();
    await form.getByLabel('Giá trị').fill('1tr5');
    await form.getByLabel('Bên mua').fill('gom bat');
    await page.getByRole('option', { name: /Gốm Bát Tràng/ }).click();
    await form.getByRole('combobox', { name: 'Tình trạng' }).click();
    await page.getByRole('option', { name: 'Đang chạy' }).click();
    await inspect(page);
    await form.getByRole('button', { name: 'Lưu', exact: true }).click();
    await form.waitFor({ state: 'detached' });

    await page.goto('/service-contract');
    await page.getByRole('grid').getByRole('link', { name: 'Bảo trì lò nung 2026' }).click();
    await page.getByRole('heading', { name: 'Bảo trì lò nung 2026', level: 1 }).waitFor();
    await page.getByText('1.500.000 ₫').first().waitFor();
    await page.getByText('Đang chạy').first().waitFor();
    await inspect(page);
    await page.getByRole('link', { name: 'Gốm Bát Tràng' }).first().click();
    await page.getByRole('heading', { name: 'Gốm Bát Tràng', level: 1 }).waitFor();

    const { items } = await company.api<{ items: unknown[] }>('GET', 'service-contract');
    expect(items).toMatchObject([
      { name: 'Bảo trì lò nung 2026', value: { amount: '1500000', currency: 'VND' } },
    ]);
  });
});
