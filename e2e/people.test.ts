import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { openCompany, password, type Company } from './support/company.ts';
import { createCompany } from './support/create-company.ts';
import { inspect } from './support/inspect.ts';
import { visit } from './support/visit.ts';

let company: Company;
beforeAll(async () => {
  company = await openCompany('Người trong công ty');
  await company.api('POST', 'accounts', { name: 'Khách của quản trị viên' });
});

/** Without a mail server invitations lie in a folder, each with its link in a line of its own. */
function invitationOf(email: string): string | undefined {
  const outbox = path.join(inject('dataDir'), 'outbox');
  if (!fs.existsSync(outbox)) return undefined;
  const mails = fs.readdirSync(outbox).filter((name) => name.endsWith('.eml'));
  const texts = mails.map((name) => fs.readFileSync(path.join(outbox, name), 'utf8'));
  const mail = texts.find((text) => text.includes(`To: ${email}`));
  return mail && /^X-Duyen-Link: (\S+)$/m.exec(mail.replaceAll(/\r?\n[ \t]+/g, ' '))?.[1];
}

const anyOf = (names: readonly string[]): RegExp => new RegExp(`^(?:${names.join('|')})$`);

async function open(page: Page, name: string, button: string): Promise<void> {
  await page.getByRole('button', { name: `Việc khác với ${name}` }).click();
  await page.getByRole('menuitem', { name: button }).click();
}

describe('a new colleague', () => {
  const email = `khue-${Date.now()}@vidu.example`;

  it('is invited, accepts, and sees only what is theirs', async () => {
    const page = await visit('/settings/members', { email: company.email });
    await page.getByRole('button', { name: 'Mời người' }).click();
    await page.getByLabel('Email, dòng 1').fill(email);
    await page.getByLabel('Tên, dòng 1').fill('Lê Minh Khuê');
    await inspect(page);
    await page.getByRole('button', { name: 'Gửi 1 lời mời' }).click();
    await page.getByText('Đã mời 1 người').waitFor();

    await expect.poll(() => invitationOf(email), { timeout: 10_000 }).toBeDefined();
    const mailed = new URL(invitationOf(email) ?? '');
    await page.getByText('Chờ nhận lời').click();
    await open(page, 'Lê Minh Khuê', 'Lấy đường dẫn mời');
    const shown = page.getByRole('dialog', { name: 'Đường dẫn mời Lê Minh Khuê' });
    await inspect(page);
    const link = new URL(await shown.getByLabel('Đường dẫn', { exact: true }).inputValue());
    expect(link.pathname).toBe(mailed.pathname);
    expect(link.hash).not.toBe(mailed.hash);
    const theirs = await visit(`${link.pathname}${link.hash}`, { phone: true });
    await theirs.getByRole('heading', { name: 'Người trong công ty mời bạn' }).waitFor();
    await inspect(theirs);
    await theirs.getByLabel('Mật khẩu', { exact: true }).fill('một câu dài dễ nhớ');
    await theirs.getByRole('button', { name: 'Nhận lời mời' }).click();
    await theirs.waitForURL('**/today');
    await theirs.goto('/accounts');
    await theirs.getByText('Chưa có khách hàng nào').waitFor();
    expect(await theirs.getByText('Khách của quản trị viên').count()).toBe(0);
  });

  it('is looked as, and nothing can be changed meanwhile', async () => {
    const page = await visit('/settings/members', { email: company.email });
    await open(page, 'Lê Minh Khuê', 'Xem như người này');
    const bar = page.getByRole('status').filter({ hasText: 'Đang xem như Lê Minh Khuê' });
    await bar.waitFor();
    await page.goto('/accounts');
    await bar.waitFor();
    await inspect(page);
    expect(await page.getByText('Khách của quản trị viên').count()).toBe(0);
    await bar.getByRole('button', { name: 'Thôi xem' }).click();
    await bar.waitFor({ state: 'detached' });
    await page.goto('/accounts');
    await page.getByText('Khách của quản trị viên').waitFor();
  });

  it('can lose nothing by whoever looks as them: nothing is offered that would be refused', async () => {
    const made = await company.api<{ id: string }>('POST', 'accounts', { name: 'Khách của Khuê' });
    const { items: members } = await company.api<{ items: { id: string; name: string }[] }>(
      'GET',
      'members',
    );
    const owner = members.find(({ name }) => name === 'Lê Minh Khuê')?.id;
    await company.api('PATCH', `accounts/${made.id}`, { owner });
    const page = await visit('/settings/members', { email: company.email });
    await open(page, 'Lê Minh Khuê', 'Xem như người này');
    const bar = page.getByRole('status').filter({ hasText: 'Đang xem như Lê Minh Khuê' });
    await bar.waitFor();
    await page.goto('/accounts');
    await page.getByRole('link', { name: 'Khách của Khuê' }).waitFor();
    const offers = page.getByRole('button', { name: /^(Thêm|Tạo|Lưu|Ghim|Chia sẻ|Sửa|Xoá|Giao)/ });
    expect(await offers.filter({ visible: true }).allTextContents()).toEqual([]);
    await page.getByRole('link', { name: 'Khách của Khuê' }).click();
    await page.getByRole('heading', { name: 'Khách của Khuê' }).waitFor();
    await page
      .getByText('Chưa chia sẻ với ai')
      .or(page.getByText('Người theo dõi'))
      .first()
      .waitFor();
    await inspect(page);
    expect(await offers.filter({ visible: true }).allTextContents()).toEqual([]);
    await page.getByRole('button', { name: 'Việc khác' }).click();
    await page.getByRole('menuitem', { name: 'Chép địa chỉ trang' }).waitFor();
    await expect
      .poll(() => page.getByRole('menuitem').allTextContents())
      .toEqual(['In', 'Chép địa chỉ trang']);
    await company.api('DELETE', `accounts/${made.id}`);
  });

  it('sees more when the grid of rights says so', async () => {
    const page = await visit('/settings/roles', { email: company.email });
    const cell = page.getByRole('button', { name: /^Nhân viên, xem khách hàng: /i });
    await cell.click();
    await inspect(page);
    await page.getByRole('menuitemradio', { name: /^Tất cả/ }).click();
    await page.getByText('1 thay đổi chưa lưu').waitFor();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu quyền của 1 vai trò').waitFor();
    const theirs = await visit('/accounts', { email });
    await theirs.getByText('Khách của quản trị viên').waitFor();
  });
});

describe('a person of two companies', () => {
  it('goes from one to the other, and sees nothing of the one that was left', async () => {
    const other = 'Công ty thứ hai';
    await createCompany(inject('dataDir'), { name: other, email: company.email, password });
    const page = await visit('/accounts', { email: company.email });
    const switchTo = async (name: string) => {
      await page.getByRole('button', { name: anyOf([company.name, other]) }).click();
      await page.getByRole('menuitem', { name }).click();
      await page.getByRole('button', { name, exact: true }).waitFor();
      // One begins there with the day.
      await page.waitForURL('**/today');
      await page.getByRole('link', { name: 'Khách hàng', exact: true }).first().click();
    };
    const ours = page.getByText('Khách của quản trị viên');
    const none = page.getByText('Chưa có khách hàng nào');
    await ours.or(none).first().waitFor();
    if (await ours.isHidden()) await switchTo(company.name);
    await ours.waitFor();
    await switchTo(other);
    await none.waitFor();
    expect(await ours.count()).toBe(0);
    // What was chosen is kept.
    await page.reload();
    await none.waitFor();
    await switchTo(company.name);
    await ours.waitFor();
  });
});
