import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspect } from './support/inspect.ts';
import { startServer, type RunningServer } from './support/start-server.ts';
import { visit } from './support/visit.ts';

describe('the first run', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it('asks for everything at once, says what is wrong, and opens the books', async () => {
    expect(server.address).toBe(`${server.origin}/setup`);
    const page = await visit('/', { origin: server.origin });
    await page.getByRole('heading', { name: 'Mở sổ cho công ty của bạn' }).waitFor();
    await inspect(page);
    await page.getByLabel('Tên công ty').fill('Quà tặng Mộc Lan');
    await page.getByLabel('Email').fill('trang.pham@vidu.example');
    await page.getByLabel('Mật khẩu', { exact: true }).fill('ngắn');
    await page.getByRole('button', { name: 'Mở sổ' }).click();
    await page.getByText('Quá ngắn').waitFor();
    // The first thing to put right has the focus.
    await page.getByLabel('Họ và tên').and(page.locator(':focus')).waitFor();
    await expect.poll(() => page.getByLabel('Tên công ty').inputValue()).toBe('Quà tặng Mộc Lan');
    await page.getByLabel('Họ và tên').fill('Phạm Thu Trang');
    await page.getByLabel('Mật khẩu', { exact: true }).fill('một câu dài dễ nhớ');
    await page.getByRole('button', { name: 'Mở sổ' }).click();
    await page.waitForURL('**/today');
  });

  it('is over then', async () => {
    const page = await visit('/setup', { origin: server.origin, phone: true, dark: true });
    await page.getByRole('heading', { name: 'Sổ đã được mở' }).waitFor();
    await inspect(page);
  });
});

describe('a first run with a sample company', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it('is full of people, and each role is one click away', async () => {
    const { origin } = server;
    const page = await visit('/', { origin, language: 'en', phone: true, dark: true });
    await page.getByLabel('Name of the company').fill('Lotus');
    await page.getByLabel('Full name').fill('Anna Tran');
    await page.getByLabel('Email').fill('anna@vidu.example');
    await page.getByLabel('Password', { exact: true }).fill('a sentence to remember');
    await page.getByText('A sample company').click();
    await inspect(page);
    await page.getByRole('button', { name: 'Open the books' }).click();
    await page.waitForURL('**/today', { timeout: 30_000 });
    const other = await visit('/sign-in', { origin, language: 'en' });
    await other.getByRole('button', { name: /Manager|Head/ }).click();
    await other.waitForURL('**/today');
  });
});
