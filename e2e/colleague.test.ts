import { it } from 'vitest';
import { openCompany } from './support/company.ts';
import { visit } from './support/visit.ts';

interface Member {
  id: string;
  name: string;
}

it('is given customers by someone whose page was open before they came', async () => {
  const company = await openCompany('Người mới', { sample: 'gift-shop' });
  const page = await visit('/accounts', { email: company.email });
  await page.clock.install();
  await page
    .getByRole('checkbox', { name: /^Chọn (?!tất cả)/ })
    .first()
    .check();
  const give = page.getByRole('button', { name: 'Giao cho' });
  await give.click();
  const owner = page.getByRole('textbox', { name: 'Người phụ trách' });
  await owner.click();
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  const { items } = await company.api<{ items: Member[] }>('GET', 'members');
  const [one] = items.filter(({ name }) => name !== 'Quản trị viên');
  await company.api('PATCH', `members/${one?.id}`, { name: 'Đào Vừa Tới' });
  await page.clock.fastForward(20_000);
  await give.click();
  await owner.fill('vua toi');
  await page.getByRole('option', { name: 'Đào Vừa Tới' }).click();
  await page.getByRole('button', { name: 'Giao 1 khách hàng' }).click();
  await page.getByText('Đã giao 1 khách hàng cho Đào Vừa Tới').waitFor();
});
