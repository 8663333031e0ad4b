import { beforeAll, describe, expect, it } from 'vitest';
import { openCompany, type Company } from './support/company.ts';
import { inspect } from './support/inspect.ts';
import { visit } from './support/visit.ts';

interface Made {
  id: string;
}

let company: Company;
let account: Made;
beforeAll(async () => {
  company = await openCompany('Chuyển đổi');
  account = await company.api<Made>('POST', 'accounts', {
    name: 'Công ty TNHH Gỗ Đồng Kỵ',
    phones: ['0912345678'],
  });
});

const leadOf = (name: string, phone: string) =>
  company.api<Made>('POST', 'leads', {
    name: { full: name },
    company: 'Gỗ Đồng Kỵ',
    phones: [phone],
  });

describe('a lead', () => {
  it('becomes a contact of the customer who is suggested', async () => {
    const lead = await leadOf('Nguyễn Thị Hoa', '0912345678');
    const page = await visit(`/leads/${lead.id}`, { email: company.email });
    await page.getByRole('button', { name: 'Chuyển thành khách hàng' }).click();
    const dialog = page.getByRole('dialog', { name: /^Chuyển đổi Nguyễn Thị Hoa/ });
    const suggested = dialog.getByRole('radio', { name: /^Công ty TNHH Gỗ Đồng Kỵ/ });
    await suggested.waitFor();
    await expect.poll(() => suggested.isChecked()).toBe(true);
    await dialog.getByRole('radio', { name: 'Tạo người liên hệ “Nguyễn Thị Hoa”' }).check();
    await inspect(page);
    await dialog.getByRole('button', { name: 'Chuyển đổi' }).click();
    const done = page.getByRole('dialog', { name: /^Đã chuyển đổi/ });
    await done.waitFor();
    await inspect(page);
    await done.getByRole('link', { name: 'Công ty TNHH Gỗ Đồng Kỵ' }).click();
    await page.waitForURL(`**/accounts/${account.id}`);
    await page.getByRole('link', { name: 'Nguyễn Thị Hoa' }).first().waitFor();
    const { items } = await company.api<{ items: unknown[] }>('POST', 'accounts/query', {});
    expect(items).toHaveLength(1);
  });

  it('can be made a new customer on a phone', async () => {
    const lead = await leadOf('Trần Văn Mộc', '0987654321');
    const page = await visit(`/leads/${lead.id}`, {
      email: company.email,
      phone: true,
      language: 'en',
    });
    await page.getByRole('button', { name: 'Convert' }).first().click();
    const dialog = page.getByRole('dialog', { name: /^Convert / });
    await dialog.getByRole('radio', { name: 'Make the account “Gỗ Đồng Kỵ”' }).check();
    await inspect(page);
    await dialog.getByRole('button', { name: 'Convert' }).click();
    await page.getByRole('dialog', { name: /was converted$/ }).waitFor();
    const { items } = await company.api<{ items: { name: string }[] }>('POST', 'accounts/query', {
      sort: 'name',
    });
    expect(items.map(({ name }) => name)).toContain('Gỗ Đồng Kỵ');
  });
});
