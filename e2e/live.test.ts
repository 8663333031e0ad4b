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
    // Later: what was typed is still there, with the keyboard in it.
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => box.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await box.inputValue()).toBe('Của tôi');
    await box.press('Enter');
    await dialog.getByRole('radio', { name: 'Tên giao dịch, Của bạn' }).check();
    await dialog.getByRole('button', { name: 'Lưu bản gộp' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(async () => (await there()).tradingName).toBe('Của tôi');
  });
});

const endSession = async (page: Page) => {
  const headers = { origin: inject('origin') };
  const sessions = await page.request.get('/api/auth/sessions', { headers });
  const { items } = (await sessions.json()) as { items: { id: string; current: boolean }[] };
  const current = items.find((each) => each.current);
  const ended = await page.request.delete(`/api/auth/sessions/${current?.id}`, { headers });
  expect(ended.status()).toBe(204);
};
const signIn = async (page: Page) => {
  await page.getByRole('textbox', { name: 'Email', exact: true }).fill(company.email);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
};

describe('an ended session', () => {
  it('loses nothing that was being typed over a value', async () => {
    const { path, there } = await open('Trống Đọi Tam');
    const page = await visit(path, { email: company.email });
    const box = await edit(page, 'Đọi Tam');
    await endSession(page);
    await box.press('Enter');
    await page.getByText('Phiên làm việc đã hết').first().waitFor();
    await inspect(page);
    await page.getByRole('button', { name: 'Đăng nhập lại' }).click();
    await signIn(page);
    await page.waitForURL(new RegExp(path));
    expect(await box.inputValue()).toBe('Đọi Tam');
    await box.press('Enter');
    await expect.poll(async () => (await there()).tradingName).toBe('Đọi Tam');
    await box.waitFor({ state: 'detached' });
  });

  it('loses nothing of a form, which opens again', async () => {
    const { path, there } = await open('Giấy sắc Nghĩa Đô');
    const page = await visit(path, { email: company.email, phone: true });
    await page.getByRole('button', { name: 'Việc khác' }).click();
    await page.getByRole('menuitem', { name: 'Sửa', exact: true }).click();
    const panel = page.getByRole('dialog', { name: 'Sửa khách hàng' });
    const box = panel.getByLabel('Tên giao dịch');
    const save = panel.getByRole('button', { name: 'Lưu', exact: true });
    await box.fill('Nghĩa Đô');
    await endSession(page);
    await save.click();
    await panel.getByRole('button', { name: 'Đăng nhập' }).click();
    await signIn(page);
    await panel.getByText(/Đã lấy lại phần bạn gõ dở/).waitFor();
    expect(await box.inputValue()).toBe('Nghĩa Đô');
    await inspect(page);
    await save.click();
    await panel.waitFor({ state: 'detached' });
    expect((await there()).tradingName).toBe('Nghĩa Đô');
  });

  it('leads to signing in, and back to where one was', async () => {
    const { path } = await open('Quạt Chàng Sơn');
    const page = await visit(path, { email: company.email });
    await page.getByRole('heading', { name: 'Quạt Chàng Sơn' }).waitFor();
    await endSession(page);
    // Whatever is asked for next finds out.
    await page.getByRole('link', { name: 'Khách hàng', exact: true }).first().click();
    await page.getByRole('status').getByRole('button', { name: 'Vào lại' }).waitFor();
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await signIn(page);
    await page.waitForURL(/\/accounts\b/);
    await page.getByRole('link', { name: 'Quạt Chàng Sơn' }).waitFor();
  });
});

describe('a record removed by somebody else', () => {
  it('stays on the screen with what is being typed, and can be taken back', async () => {
    const { path, there } = await open('Lụa Vạn Phúc');
    const page = await visit(path, { email: company.email });
    const box = await edit(page, 'Vạn Phúc');
    await company.api('DELETE', path.slice(1));
    await page.getByText('Bản ghi này vừa bị xoá').waitFor();
    expect(await box.inputValue()).toBe('Vạn Phúc');
    await inspect(page);
    // What cannot be saved brings nothing back to life.
    await box.press('Enter');
    await page.getByRole('alert').getByText('Nội dung này không có').waitFor();
    expect(await page.getByText('Bản ghi này vừa bị xoá').isVisible()).toBe(true);
    expect(await box.inputValue()).toBe('Vạn Phúc');
    await page.getByRole('button', { name: 'Khôi phục' }).click();
    await page.getByText('Bản ghi này vừa bị xoá').waitFor({ state: 'detached' });
    await box.press('Enter');
    await box.waitFor({ state: 'detached' });
    expect((await there()).tradingName).toBe('Vạn Phúc');
  });
});

describe('a field taken away', () => {
  it('while its form is open is told, with what was typed, and the rest is saved', async () => {
    const field = { key: 'motto', kind: 'text', label: { vi: 'Châm ngôn', en: 'Motto' } };
    await company.api('POST', 'settings/objects/account/fields', field);
    const { path, there } = await open('Rèn Đa Sỹ');
    const page = await visit(path, { email: company.email });
    await page.getByRole('button', { name: 'Sửa', exact: true }).first().click();
    const panel = page.getByRole('dialog', { name: 'Sửa khách hàng' });
    await panel.getByLabel('Tên giao dịch').fill('Đa Sỹ');
    await panel.getByLabel('Châm ngôn').fill('Sắc bén');
    await company.api('DELETE', 'settings/objects/account/fields/motto');
    // Whoever asks the server for anything hears of it; at the latest, who saves.
    const save = panel.getByRole('button', { name: 'Lưu', exact: true });
    const told = panel.getByText('Châm ngôn: Sắc bén');
    if (!(await told.isVisible())) await save.click();
    await told.waitFor();
    await inspect(page);
    // Once more to say that it is known.
    const left = async () => {
      if (await save.isVisible()) await save.click();
      return panel.count();
    };
    await expect.poll(left).toBe(0);
    expect((await there()).tradingName).toBe('Đa Sỹ');
  });
});

describe('a lost network', () => {
  it('loses nothing that was typed, and what was typed is saved when it is back', async () => {
    const { path, there } = await open('Đúc đồng Ngũ Xã');
    const page = await visit(path, { email: company.email, worker: true });
    const box = await edit(page, 'Ngũ Xã');
    await page.context().setOffline(true);
    await box.press('Enter');
    await page.getByText('Chữ bạn gõ vẫn còn').first().waitFor();
    expect(await box.inputValue()).toBe('Ngũ Xã');
    await inspect(page);
    expect((await there()).tradingName).toBe('Cũ');
    // Nothing has to be done for it.
    await page.context().setOffline(false);
    await expect.poll(async () => (await there()).tradingName).toBe('Ngũ Xã');
    await box.waitFor({ state: 'detached' });
  });
});
