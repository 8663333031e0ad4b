import { beforeAll, describe, expect, it } from 'vitest';
import { openCompany, password, type Company } from './support/company.ts';
import { inspect } from './support/inspect.ts';
import { visit } from './support/visit.ts';

let company: Company;
beforeAll(async () => {
  company = await openCompany('Đăng nhập');
});

describe('signing in', () => {
  it('leads to the page one wanted, and out again', async () => {
    const page = await visit('/contacts');
    await page.getByLabel('Email').fill(company.email);
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/contacts');
  });

  it('says what is wrong and keeps what was typed', async () => {
    const page = await visit('/sign-in', { language: 'en' });
    await page.getByLabel('Email').fill(company.email);
    await page.getByLabel('Password', { exact: true }).fill('not this one, surely');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('not right').waitFor();
    expect(await page.getByLabel('Email').inputValue()).toBe(company.email);
  });

  for (const dark of [false, true])
    for (const phone of [false, true])
      it(`is readable, ${dark ? 'dark' : 'light'}, ${phone ? 'phone' : 'desktop'}`, async () => {
        const page = await visit('/sign-in', { dark, phone });
        await page.getByLabel('Email').waitFor();
        await inspect(page);
      });
});
