import { expect, it } from 'vitest';
import { openCompany } from './support/company.ts';
import { visit } from './support/visit.ts';

interface Member {
  id: string;
  name: string;
  email: string;
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
  const owner = page.getByRole('combobox', { name: 'Người phụ trách' });
  await owner.click();
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  const { items } = await company.api<{ items: Member[] }>('GET', 'members');
  const one = items.find(({ email }) => email !== company.email);
  await company.api('PATCH', `members/${one?.id}`, { name: 'Đào Vừa Tới' });
  await page.clock.fastForward(20_000);
  await give.click();
  await owner.fill('vua toi');
  await page.getByRole('option', { name: 'Đào Vừa Tới' }).click();
  await page.getByRole('button', { name: 'Giao 1 khách hàng' }).click();
  await page.getByText('Đã giao 1 khách hàng cho Đào Vừa Tới').waitFor();
});

it('is given a customer with the people of it, and all of it is taken back', async () => {
  const company = await openCompany('Giao khách', { sample: 'gift-shop' });
  const { items: members } = await company.api<{ items: Member[] }>('GET', 'members');
  const nameOf = (found: Member | undefined) => found?.name ?? '';
  const boss = nameOf(members.find(({ email }) => email === company.email));
  const other = nameOf(members.find(({ email }) => email !== company.email));
  const account = await company.api<{ id: string }>('POST', 'accounts', { name: 'Hoa Sữa Một' });
  const person = { name: 'Lê Thị Nụ', account: account.id };
  const { id } = await company.api<{ id: string }>('POST', 'contacts', person);
  const call = { subject: 'Hẹn gọi', kind: 'call', account: account.id };
  const activity = await company.api<{ id: string }>('POST', 'activities', call);
  const ownersAre = async (...expected: string[]) => {
    const paths = [`accounts/${account.id}`, `contacts/${id}`, `activities/${activity.id}`];
    const names = async () =>
      Promise.all(
        paths.map(
          async (path) =>
            (await company.api<{ owner: { title: string } }>('GET', path)).owner.title,
        ),
      );
    await expect.poll(names).toEqual(expected);
  };

  const page = await visit('/accounts?q=Hoa Sữa Một', { email: company.email });
  await page.getByRole('checkbox', { name: 'Chọn Hoa Sữa Một' }).check();
  await page.getByRole('button', { name: 'Giao cho' }).click();
  const dialog = page.getByRole('dialog', { name: 'Giao cho' });
  const people = dialog.getByRole('switch', { name: 'Giao cả 1 người liên hệ của họ' });
  await expect.poll(() => people.isChecked()).toBe(true);
  await dialog.getByRole('switch', { name: 'Giao cả 1 hoạt động của họ' }).uncheck();
  await dialog.getByLabel('Người phụ trách').fill(other);
  await page.getByRole('option', { name: other }).click();
  await dialog.getByRole('button', { name: 'Giao 1 khách hàng' }).click();
  await page.getByText(`Đã giao 1 khách hàng cho ${other}, cùng 1 người liên hệ.`).waitFor();
  await ownersAre(other, other, boss);

  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await page.getByText('Đã hoàn tác 1 khách hàng.').waitFor();
  await ownersAre(boss, boss, boss);
});
