import { expect, it } from 'vitest';
import { expectTold, inspectPages, settle } from './support/inspect-pages.ts';
import { visit } from './support/visit.ts';

const shown = inspectPages({ phone: false });

it('changes its language at once, here and on the next page', async () => {
  const page = await visit('/accounts?view=all', { email: shown.company.email });
  await page.getByRole('heading', { name: 'Khách hàng', level: 1 }).waitFor();
  await page.getByRole('button', { name: /^Tài khoản/ }).click();
  await page.getByText('English', { exact: true }).click();
  await page.getByRole('heading', { name: 'Accounts', level: 1 }).waitFor();
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
  await page.goto(shown.record);
  await settle(page);
  await expectTold(page);
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByText('Tiếng Việt', { exact: true }).click();
  await page.getByRole('button', { name: /^Tài khoản/ }).waitFor();
});
