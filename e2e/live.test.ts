import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { openCompany, password, type Company } from './support/company.ts';
import { inspect } from './support/inspect.ts';
import { visit } from './support/visit.ts';

interface Account {
  id: string;
  version: number;
  tradingName: string | null;
}

let company: Company;
beforeAll(async () => {
  company = await openCompany('Cùng lúc');
});

const open = async (name: string) => {
  const { id } = await company.api<Account>('POST', 'accounts', { name, tradingName: 'Cũ' });
  const there = () => company.api<Account>('GET', `accounts/${id}`);
  return { id, there, path: `/accounts/${id}` };
};
const edit = async (page: Page, name: string) => {
  await page.getByRole('button', { name: 'Sửa Tên giao dịch' }).first().click();
  const box = page.getByRole('textbox', { name: 'Tên giao dịch' });
  await box.fill(name);
  return box;
};

describe('two people', () => {
  it('see what the other one changes', async () => {
    const { path } = await open('Nón Chuông');
    const [one, two] = [
      await visit(path, { email: company.email }),
      await visit(path, { email: company.email, phone: true }),
    ];
    await two.getByRole('heading', { name: 'Nón Chuông' }).waitFor();
    const list = await visit('/accounts', { email: company.email });
    await list.getByText('Nón Chuông').waitFor();
    await company.api('PATCH', path.slice(1), { name: 'Nón làng Chuông' });
    await one.getByRole('heading', { name: 'Nón làng Chuông' }).waitFor();
    await two.getByRole('heading', { name: 'Nón làng Chuông' }).waitFor();
    await list.getByText('Nón làng Chuông').waitFor();
  });

  it('are asked when both changed one field, and what is kept is saved', async () => {
    const { id, path, there } = await open('Tò he Xuân La');
    const page = await visit(path, { email: company.email });
    const box = await edit(page, 'Của tôi');
    await company.api('PATCH', `accounts/${id}`, { tradingName: 'Của người khác' });
    await box.press('Enter');
    const dialog = page.getByRole('dialog', { name: /vừa sửa bản ghi này/ });
    await dialog.getByText('Của người khác').waitFor();
    await inspect(page);
    await dialog.getByRole('radio', { name: 'Tên giao dịch, Của bạn' }).check();
    await dialog.getByRole('button', { name: 'Lưu bản gộp' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(async () => (await there()).tradingName).toBe('Của tôi');
  });
});

describe('an ended session', () => {
  it('leads to signing in, and back to where one was', async () => {
    const { path } = await open('Quạt Chàng Sơn');
    const page = await visit(path, { email: company.email });
    await page.getByRole('heading', { name: 'Quạt Chàng Sơn' }).waitFor();
    const headers = { origin: inject('origin') };
    const sessions = await page.request.get('/api/auth/sessions', { headers });
    const { items } = (await sessions.json()) as { items: { id: string; current: boolean }[] };
    const current = items.find((each) => each.current);
    const ended = await page.request.delete(`/api/auth/sessions/${current?.id}`, { headers });
    expect(ended.status()).toBe(204);
    // Whatever is asked for next finds out.
    await page.getByRole('link', { name: 'Khách hàng', exact: true }).first().click();
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByLabel('Thư điện tử').fill(company.email);
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/accounts\b/);
    await page.getByRole('link', { name: 'Quạt Chàng Sơn' }).waitFor();
  });
});

describe('a lost network', () => {
  it('loses nothing that was typed, and what was typed is saved when it is back', async () => {
    const { path, there } = await open('Đúc đồng Ngũ Xã');
    const page = await visit(path, { email: company.email });
    const box = await edit(page, 'Ngũ Xã');
    await page.context().setOffline(true);
    await box.press('Enter');
    await page.getByText('Chữ bạn gõ vẫn còn').first().waitFor();
    expect(await box.inputValue()).toBe('Ngũ Xã');
    await inspect(page);
    expect((await there()).tradingName).toBe('Cũ');
    await page.context().setOffline(false);
    await box.press('Enter');
    await expect.poll(async () => (await there()).tradingName).toBe('Ngũ Xã');
    await box.waitFor({ state: 'detached' });
  });
});
