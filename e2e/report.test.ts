import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from './support/add-person.ts';
import { startAtNine, type Morning } from './support/at-nine.ts';
import type { Company } from './support/company.ts';
import { inspect } from './support/inspect.ts';

let morning: Morning;
let company: Company;
beforeAll(async () => {
  morning = await startAtNine();
  company = await morning.company('Báo cáo việc');
  await company.api('PATCH', 'me', { name: 'Lê Thuỷ' });
  const account = await company.api<{ id: string }>('POST', 'accounts', { name: 'Gốm Chu Đậu' });
  const call = (values: object) =>
    company.api('POST', 'activities', {
      kind: 'call',
      subject: 'Gọi chào giá',
      account: account.id,
      startsAt: morning.inMinutes(0),
      ...values,
    });
  await call({ status: 'done', result: 'reached', actualMinutes: 30 });
  await call({ status: 'done', result: 'noAnswer', subject: 'Gọi lần hai' });
  await call({ status: 'cancelled', subject: 'Hẹn bị huỷ' });
});
afterAll(() => morning.server.stop());

describe('the work report', () => {
  it('leads from a number of the month to the list behind it', async () => {
    const page = await morning.open('/accounts', { email: company.email });
    await page.getByRole('link', { name: 'Báo cáo công việc' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await page.getByText('2 trên 3 việc đã xong, 0 việc bị quên.').waitFor();
    const line = page.getByRole('row', { name: /^Lê Thuỷ/ });
    await line.waitFor();
    await inspect(page);
    await line.getByRole('link', { name: 'Gọi được của Lê Thuỷ: 1. Mở danh sách' }).click();
    await page.waitForURL('**/activities?**');
    await page.getByText('Gọi chào giá').first().waitFor();
    expect(await page.getByText('Gọi lần hai').count()).toBe(0);
    await page.goBack();
    await page.getByRole('radiogroup', { name: 'Xem theo' }).getByText('Khách hàng').click();
    await page.getByRole('row', { name: /^Gốm Chu Đậu/ }).waitFor();
    await page.waitForURL('**/reports/work?**by=customer**');
  });

  it('is taken along as a file', async () => {
    const page = await morning.open('/reports/work', { email: company.email });
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Tải CSV' }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toMatch(/^work-report-.*\.csv$/);
  });

  it('fits a phone, in the dark and in English', async () => {
    const page = await morning.open('/reports/work', {
      email: company.email,
      phone: true,
      dark: true,
      language: 'en',
    });
    await page.getByText('2 of 3 are done, 0 were forgotten.').waitFor();
    await inspect(page);
  });
});

describe('the report of a day', () => {
  it('is sent with one press, and read by who leads the team', async () => {
    const me = await company.api<{ id: string }>('GET', 'me');
    const seller = await addPerson(company, 'Đỗ Quỳnh Anh', 'employee', morning.server.dataDir);
    const { items } = await company.api<{ items: { id: string; name: string }[] }>(
      'GET',
      'members',
    );
    const { id } = await company.api<{ id: string }>('POST', 'teams', {
      name: 'Kinh doanh',
      leaderId: me.id,
    });
    const theirs = items.find(({ name }) => name === 'Đỗ Quỳnh Anh');
    await company.api('PATCH', `members/${theirs?.id ?? ''}`, { teamIds: [id] });
    await company.api('POST', 'activities', {
      kind: 'visit',
      subject: 'Thăm xưởng gốm',
      owner: theirs?.id,
      startsAt: morning.inMinutes(0),
      status: 'done',
    });

    const page = await morning.open('/reports/work', { email: seller, phone: true });
    await page.getByRole('button', { name: 'Gửi báo cáo ngày' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Báo cáo cuối ngày').click();
    await dialog.getByText('Gửi cho Lê Thuỷ · 1 việc').waitFor();
    await dialog.getByLabel('Thêm một câu').fill('Xưởng nhận làm mẫu mới');
    await inspect(page);
    await dialog.getByRole('button', { name: 'Gửi', exact: true }).click();
    await page.getByText('Đã gửi báo cáo cuối ngày.').waitFor();

    const leader = await morning.open('/reports/work', { email: company.email });
    await leader.getByRole('button', { name: /^Thông báo, \d+ chưa đọc$/ }).click();
    await leader.getByRole('link', { name: /Đỗ Quỳnh Anh gửi báo cáo cuối ngày/ }).click();
    await leader.waitForURL('**/day-reports/*');
    await leader.getByText('Xưởng nhận làm mẫu mới').waitFor();
    await leader.getByText('Thăm xưởng gốm').waitFor();
    await inspect(leader);
  });
});
