import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from './support/add-person.ts';
import { openCompany, type Company } from './support/company.ts';
import { inspect } from './support/inspect.ts';
import { visit } from './support/visit.ts';

let company: Company;
let colleague: string;
beforeAll(async () => {
  company = await openCompany('Bàn bạc');
  await company.api('PATCH', 'me', { name: 'Lê Thuỷ' });
  colleague = await addPerson(company, 'Đỗ Quỳnh Anh', 'employee');
});

const unread = (page: Page, place: string, count: number) =>
  page
    .getByRole('navigation', { name: 'Điều hướng' })
    .getByText(`${count} chưa đọc`)
    .and(page.locator(`span:near(:text("${place}"))`))
    .first();
const open = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${name}`) }).click();

/** Written in the box at the lower edge, and sent by the key. */
async function write(page: Page, box: string, text: string, key = 'Control+Enter'): Promise<void> {
  await page.getByRole('textbox', { name: box }).click();
  await page.keyboard.type(text);
  await page.keyboard.press(key);
}

const openTopic = (topic: object, poll?: object) =>
  company.api<{ id: string }>('POST', 'topics/open', {
    topic,
    post: { body: '<p>Mọi người thấy sao?</p>' },
    ...(poll && { poll }),
  });

describe('a topic', () => {
  it('is opened by one and answered by another, live, with a mention at the bell', async () => {
    const mine = await visit('/topics', { email: company.email });
    const theirs = await visit('/topics', { email: colleague });
    await theirs.getByText('Chưa có chủ đề nào').waitFor();
    await inspect(theirs);
    await mine.getByRole('button', { name: 'Chủ đề mới' }).click();
    const panel = mine.getByRole('dialog', { name: 'Chủ đề mới' });
    await panel.getByRole('textbox', { name: 'Tiêu đề' }).fill('Quà Tết cho khách quen');
    await panel.getByRole('textbox', { name: 'Nội dung' }).click();
    await mine.keyboard.type('Năm nay tặng gì?');
    await inspect(mine);
    await panel.getByRole('button', { name: 'Đăng' }).click();
    await mine.getByRole('heading', { name: 'Quà Tết cho khách quen' }).waitFor();

    // Nobody reloads anything.
    await unread(theirs, 'Thảo luận', 1).waitFor();
    await open(theirs, 'Quà Tết cho khách quen');
    await theirs.getByText('Năm nay tặng gì?').waitFor();
    await theirs.getByRole('textbox', { name: 'Viết bài' }).click();
    await theirs.keyboard.type('Trà sen nhé @thuy');
    await theirs.getByRole('option', { name: 'Lê Thuỷ' }).waitFor();
    await theirs.keyboard.press('Enter');
    await mine.getByText('Đỗ Quỳnh Anh đang viết…').waitFor();
    await mine.goto('/accounts');
    await mine.getByRole('heading', { name: 'Khách hàng' }).first().waitFor();
    await theirs.keyboard.press('Control+Enter');
    await mine.getByRole('button', { name: /^Thông báo, \d+ chưa đọc$/ }).click();
    await mine.getByRole('link', { name: /Trà sen nhé.*Đỗ Quỳnh Anh nhắc đến bạn/ }).click();
    const said = mine.getByRole('article', { name: /^Đỗ Quỳnh Anh/ });
    await said.getByText('Trà sen nhé').waitFor();
    await said.hover();
    await said.getByRole('button', { name: 'Bày tỏ cảm xúc' }).click();
    await mine.getByRole('button', { name: 'Đồng tình' }).click();
    await theirs.getByRole('button', { name: 'Đồng tình, 1 người: Lê Thuỷ' }).waitFor();
    await inspect(mine);
  });

  it('is answered, edited and taken back by who wrote', async () => {
    const { id } = await openTopic({ title: 'Giờ giao hàng' });
    const page = await visit(`/topics?id=${id}`, { email: company.email });
    const first = page.getByRole('article').first();
    await first.hover();
    await first.getByRole('button', { name: 'Trả lời', exact: true }).click();
    await page.getByText('Trả lời: Mọi người thấy sao?').waitFor();
    await write(page, 'Viết bài', 'Trước chín giờ');
    const last = page.getByRole('article').last();
    await last.getByRole('link', { name: 'Mọi người thấy sao?' }).waitFor();
    await last.hover();
    await last.getByRole('button', { name: /^Việc khác/ }).click();
    await page.getByRole('menuitem', { name: 'Sửa' }).click();
    await last.getByRole('textbox', { name: 'Sửa' }).click();
    await page.keyboard.type(' sáng');
    await page.keyboard.press('Control+Enter');
    await last.getByText('Trước chín giờ sáng').waitFor();
    await last.getByText('đã sửa').waitFor();
    await last.hover();
    await last.getByRole('button', { name: /^Việc khác/ }).click();
    await page.getByRole('menuitem', { name: 'Xoá' }).click();
    await page.getByText('Trước chín giờ sáng').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Lấy lại' }).click();
    await page.getByText('Trước chín giờ sáng').waitFor();
    await page.getByRole('button', { name: 'Việc với chủ đề' }).click();
    await page.getByRole('menuitem', { name: 'Đóng chủ đề' }).click();
    await page.getByText('Chủ đề đã đóng').waitFor();
  });

  it('of a team is neither listed nor found by others', async () => {
    const team = await company.api<{ id: string }>('POST', 'teams', { name: 'Kho vận' });
    await openTopic({ title: 'Chuyện riêng của kho', audience: 'team', team: team.id });
    await openTopic({ title: 'Chuyện chung' });
    const theirs = await visit('/topics', { email: colleague });
    await theirs.getByText('Chuyện chung').waitFor();
    expect(await theirs.getByText('Chuyện riêng của kho').count()).toBe(0);
    await theirs.getByRole('searchbox', { name: 'Tìm trong thảo luận' }).fill('chuyen rieng');
    await theirs.getByText('Không chủ đề nào có chữ').waitFor();
  });

  it('asks what people think, and shows it to those who answered', async () => {
    const poll = { question: 'Ăn trưa ở đâu?', choices: 'Bún chả\nCơm tấm' };
    const { id } = await openTopic({ title: 'Trưa thứ Sáu' }, poll);
    const theirs = await visit(`/topics?id=${id}`, { email: colleague });
    const asked = theirs.getByRole('group', { name: /Ăn trưa ở đâu/ });
    await asked.getByRole('radio', { name: 'Bún chả' }).click();
    await inspect(theirs);
    await asked.getByRole('button', { name: 'Trả lời' }).click();
    await asked.getByText('1 lượt').waitFor();
    await asked.getByText('1 người đã trả lời').waitFor();
    await inspect(theirs);
    await asked.getByRole('button', { name: 'Đổi câu trả lời' }).click();
    await asked.getByRole('radio', { name: 'Cơm tấm' }).click();
    await asked.getByRole('button', { name: 'Trả lời' }).click();
    await asked.getByText('bạn chọn').waitFor();
    const phone = await visit(`/topics?id=${id}`, { email: colleague, phone: true });
    const box = await phone.getByRole('group', { name: /Ăn trưa ở đâu/ }).boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  });

  it('stands on the page of its record', async () => {
    const { id } = await company.api<{ id: string }>('POST', 'accounts', { name: 'Hoa Sen' });
    const about = [{ object: 'account', id }];
    await openTopic({ title: 'Giá cho Hoa Sen', audience: 'record', about });
    const page = await visit(`/accounts/${id}?tab=topic.about`, { email: company.email });
    await page.getByRole('link', { name: 'Giá cho Hoa Sen' }).first().click();
    await page.getByRole('heading', { name: 'Giá cho Hoa Sen' }).waitFor();
    await page.getByText('Mọi người thấy sao?').waitFor();
  });
});

describe('a chat', () => {
  it('of two goes back and forth between a computer and a phone', async () => {
    const mine = await visit('/channels', { email: company.email });
    await mine.getByRole('combobox', { name: 'Nhắn cho' }).fill('quynh');
    await mine.getByRole('option', { name: 'Đỗ Quỳnh Anh' }).click();
    await mine.getByRole('heading', { name: 'Đỗ Quỳnh Anh' }).waitFor();
    await write(mine, 'Nhắn tin', 'Em xem giúp báo giá', 'Enter');
    await mine.getByRole('article').getByText('Em xem giúp báo giá').waitFor();

    const phone = await visit('/channels', { email: colleague, phone: true, dark: true });
    await phone.getByRole('button', { name: /Lê Thuỷ.*1 chưa đọc/ }).waitFor();
    await inspect(phone);
    await phone.getByRole('button', { name: /Lê Thuỷ/ }).tap();
    await phone.getByText('Mới từ đây').waitFor();
    await mine.getByText('đang ở đây', { exact: true }).waitFor();
    await phone.getByRole('textbox', { name: 'Nhắn tin' }).tap();
    await phone.keyboard.type('Em gửi <b>ngay</b> ạ');
    await mine.getByText('Đỗ Quỳnh Anh đang viết…').waitFor();
    await phone.getByRole('button', { name: 'Gửi' }).tap();
    await mine.getByText('Em gửi <b>ngay</b> ạ').waitFor();
    await inspect(phone);
    await inspect(mine);
    await phone.getByRole('button', { name: 'Về danh sách' }).tap();
    await phone.getByRole('button', { name: /^Lê Thuỷ/ }).waitFor();
    expect(await phone.getByRole('button', { name: /Lê Thuỷ.*chưa đọc/ }).count()).toBe(0);
  });

  it('of chosen people is made and found again by its words', async () => {
    const page = await visit('/channels', { email: company.email });
    await page.getByRole('button', { name: 'Kênh mới' }).click();
    const panel = page.getByRole('dialog', { name: 'Kênh mới' });
    await panel.getByRole('textbox', { name: 'Tên kênh' }).fill('Dự án Sen');
    await panel.getByRole('combobox', { name: 'Thành viên' }).fill('quynh');
    await page.getByRole('option', { name: 'Đỗ Quỳnh Anh' }).click();
    await inspect(page);
    await panel.getByRole('button', { name: 'Lập kênh' }).click();
    await page.getByRole('heading', { name: 'Dự án Sen' }).waitFor();
    await write(page, 'Nhắn tin', 'Mẫu hộp đã về kho', 'Enter');
    await page.getByRole('article').getByText('Mẫu hộp đã về kho').waitFor();
    await page
      .getByLabel('Nhắn tin')
      .locator('input[type=file]')
      .setInputFiles({
        name: 'mẫu hộp.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('Hộp gỗ 20 x 30'),
      });
    await page.getByRole('button', { name: 'Bỏ tệp mẫu hộp.txt' }).waitFor();
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await page.getByRole('article').getByRole('link', { name: 'mẫu hộp.txt' }).waitFor();
    await inspect(page);
    await page.getByRole('searchbox', { name: 'Tìm trong các tin nhắn' }).fill('mau hop ve kho');
    await page.getByRole('button', { name: /^Mẫu hộp đã về kho/ }).waitFor();
  });
});
