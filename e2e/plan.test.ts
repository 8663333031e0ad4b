import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAtNine, type Morning } from './support/at-nine.ts';
import type { Company } from './support/company.ts';
import { inspect, inspectColours } from './support/inspect.ts';

let morning: Morning;
beforeAll(async () => {
  morning = await startAtNine();
});
afterAll(() => morning.server.stop());

interface Made {
  id: string;
}

async function addAccount(company: Company, name: string, values: object = {}): Promise<string> {
  const phones = [`090${String(Math.floor(Math.random() * 1e7)).padStart(7, '0')}`];
  const { id } = await company.api<Made>('POST', 'accounts', {
    name,
    phones,
    stage: 'customer',
    ...values,
  });
  return id;
}

async function addCall(company: Company, name: string, values: object = {}): Promise<string> {
  const account = await addAccount(company, name);
  const { id } = await company.api<Made>('POST', 'activities', {
    kind: 'call',
    account,
    startsAt: morning.inMinutes(2),
    ...values,
  });
  return id;
}

const read = (company: Company, id: string) =>
  company.api<Record<string, unknown>>('GET', `activities/${id}`);
const lineOf = (page: Page, name: string) =>
  page.locator('[data-line]').filter({ hasText: name }).first();
const sheetOf = (page: Page) => page.getByRole('dialog');

/** A browser of a test has no dialler to leave for. */
const withoutDialler = (page: Page) =>
  page.evaluate(() =>
    document.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="tel:"]') : null;
      if (link) event.preventDefault();
    }),
  );

/** What a phone does when its own dialler comes up and goes away again. */
const leaveAndComeBack = (page: Page) =>
  page.evaluate(() => {
    for (const state of ['hidden', 'visible']) {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }
  });

describe('the calls of a day', () => {
  const names = ['An Khang', 'Ươm Mầm', 'Mộc Xanh', 'Hoa Sứ', 'Cửu Long'];

  it('are worked off by keys: called, told, next step planned', async () => {
    const company = await morning.company('Gọi bằng phím');
    const ids: string[] = [];
    for (const name of names) ids.push(await addCall(company, name));
    const page = await morning.open('/', { email: company.email });
    await page.waitForURL('**/today');
    await lineOf(page, 'Cửu Long').waitFor();
    await inspect(page);
    await withoutDialler(page);
    await page.getByRole('link', { name: 'Hôm nay' }).and(page.locator('nav a')).waitFor();
    await expect
      .poll(() => page.getByRole('navigation').getByText('5', { exact: true }).count())
      .toBe(1);
    for (const name of names) {
      await lineOf(page, name).locator('[data-line-link]').focus();
      await page.keyboard.press('p');
      // The clock runs above every page.
      await page
        .getByRole('button', { name: `Ghi kết quả: ${name}` })
        .first()
        .waitFor();
      await page.keyboard.press('l');
      const sheet = sheetOf(page);
      await sheet.getByText(`Vừa gọi ${name}, 1 phút`).waitFor();
      await sheet.getByRole('radio', { name: 'Đồng ý' }).check();
      await sheet.getByRole('button', { name: 'Lưu cuộc gọi' }).click();
      await sheet.waitFor({ state: 'detached' });
    }
    await page.getByText('5 xong, 0 còn lại').waitFor();
    for (const id of ids)
      expect(await read(company, id)).toMatchObject({ status: 'done', result: 'agreed' });
    const planned = await company.api<{ total: { value: number } }>('POST', 'activities/query', {
      where: { field: 'status', op: 'eq', value: 'planned' },
    });
    expect(planned.total.value).toBe(5);
  });

  it('are told in two taps on a phone after coming back from its dialler', async () => {
    const company = await morning.company('Gọi bằng ngón tay');
    const ids: string[] = [];
    for (const name of names) ids.push(await addCall(company, name));
    const page = await morning.open('/today', { email: company.email, phone: true });
    await lineOf(page, 'An Khang').waitFor();
    await inspect(page);
    await withoutDialler(page);
    for (const [at, name] of names.entries()) {
      await lineOf(page, name).locator('[data-act=call]').click();
      await page
        .getByRole('button', { name: `Ghi kết quả: ${name}` })
        .first()
        .waitFor();
      await leaveAndComeBack(page);
      const sheet = sheetOf(page);
      await sheet.getByText(`Vừa gọi ${name}, 1 phút`).waitFor();
      if (at === 0) await inspect(page);
      await sheet.getByRole('radio', { name: 'Còn cân nhắc' }).check();
      await sheet.getByRole('button', { name: 'Lưu cuộc gọi' }).click();
      await sheet.waitFor({ state: 'detached' });
    }
    for (const id of ids)
      expect(await read(company, id)).toMatchObject({ status: 'done', result: 'considering' });
  });
});

describe('what came of a call', () => {
  let company: Company;
  beforeAll(async () => {
    company = await morning.company('Kết quả cuộc gọi');
  });

  it('keeps its clock and what was typed over a reload, on every page', async () => {
    const id = await addCall(company, 'Đồng hồ chạy');
    const page = await morning.open('/today', { email: company.email });
    await withoutDialler(page);
    await lineOf(page, 'Đồng hồ chạy').locator('[data-act=call]').click();
    const running = page
      .getByRole('region', { name: 'Thanh trên' })
      .getByRole('button', { name: 'Ghi kết quả: Đồng hồ chạy' });
    await running.click();
    await sheetOf(page).getByRole('textbox', { name: 'Điều cần nhớ' }).click();
    await page.keyboard.type('Đổi sang hương gỗ');
    await page.goto('/accounts');
    await running.waitFor();
    await page.reload();
    await running.getByText(/^\d\d:\d\d$/).waitFor();
    await running.click();
    await sheetOf(page).getByText('Đổi sang hương gỗ').waitFor();
    await sheetOf(page).getByRole('radio', { name: 'Còn cân nhắc' }).check();
    await page.keyboard.press('Control+Enter');
    await running.waitFor({ state: 'detached' });
    expect(await read(company, id)).toMatchObject({
      status: 'done',
      summary: '<p>Đổi sang hương gỗ</p>',
      actualMinutes: 1,
    });
  });

  it('asks for the next step or why there is none, and can be taken back', async () => {
    const id = await addCall(company, 'Không hẹn tiếp');
    const page = await morning.open('/today', { email: company.email });
    await lineOf(page, 'Không hẹn tiếp').locator('[data-line-link]').focus();
    await page.keyboard.press('l');
    const sheet = sheetOf(page);
    await sheet.getByRole('radio', { name: 'Từ chối' }).check();
    await sheet.getByRole('radio', { name: 'Chưa hẹn tiếp' }).check();
    await sheet.getByRole('button', { name: 'Lưu cuộc gọi' }).click();
    await sheet.getByText('Chọn lý do chưa hẹn tiếp').waitFor();
    await sheet.getByLabel('Vì sao chưa hẹn tiếp').click();
    await page.getByRole('option', { name: 'Khách chưa có nhu cầu' }).click();
    await inspect(page);
    await sheet.getByRole('button', { name: 'Lưu cuộc gọi' }).click();
    await sheet.waitFor({ state: 'detached' });
    expect(await read(company, id)).toMatchObject({ noNextStep: 'nothingNeeded' });
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('Đã trả lại như trước').waitFor();
    expect(await read(company, id)).toMatchObject({ status: 'planned', result: null });
  });

  it('takes the time that is offered when it is saved before that is there', async () => {
    const id = await addCall(company, 'Nhanh tay');
    const page = await morning.open('/today', { email: company.email });
    let answer = () => undefined as void;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/next-times', async (route) => {
      await held;
      await route.continue();
    });
    await lineOf(page, 'Nhanh tay').locator('[data-line-link]').focus();
    await page.keyboard.press('l');
    await sheetOf(page).getByRole('radio', { name: 'Đồng ý' }).check();
    await page.keyboard.press('Control+Enter');
    answer();
    await page.getByText(/^Đã lưu, hẹn tiếp/).waitFor();
    expect(await read(company, id)).toMatchObject({ status: 'done', result: 'agreed' });
  });

  it('is saved when the network comes back', async () => {
    const id = await addCall(company, 'Mất mạng');
    const page = await morning.open('/today', {
      email: company.email,
      phone: true,
      dark: true,
      worker: true,
    });
    await withoutDialler(page);
    await lineOf(page, 'Mất mạng').locator('[data-act=call]').click();
    const log = page.getByRole('button', { name: 'Ghi kết quả: Mất mạng' }).first();
    await log.click();
    await inspectColours(page);
    await sheetOf(page).getByRole('button', { name: 'Đóng' }).click();
    // From now on it answers for the network.
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.context().setOffline(true);
    await log.click();
    const sheet = sheetOf(page);
    await sheet.getByRole('radio', { name: 'Không nghe máy' }).check();
    await sheet.getByRole('button', { name: 'Lưu cuộc gọi' }).click();
    await page.getByText('Kết quả sẽ được lưu khi có mạng lại').waitFor();
    expect(await read(company, id)).toMatchObject({ status: 'inProgress' });
    await page.context().setOffline(false);
    await page.getByText('Đã lưu 1 kết quả ghi lúc mất mạng').waitFor();
    expect(await read(company, id)).toMatchObject({ status: 'done', result: 'noAnswer' });
  });
});

describe('whom it is time to call', () => {
  it('is suggested with why, given a time, and left for today', async () => {
    const company = await morning.company('Nên gọi thêm');
    await addAccount(company, 'Gốm Bát Tràng', { potential: 'a' });
    await addAccount(company, 'Lụa Vạn Phúc', { potential: 'b' });
    const page = await morning.open('/today', { email: company.email, language: 'en' });
    const panel = page.getByRole('region', { name: 'Calls of today' });
    await panel.getByText('Potential A, never contacted.').waitFor();
    await inspect(page);
    await lineOf(page, 'Lụa Vạn Phúc').locator('[data-act=skip]').click();
    await page.getByText('Lụa Vạn Phúc is not suggested any more today').waitFor();
    await expect.poll(() => lineOf(page, 'Lụa Vạn Phúc').count()).toBe(0);
    await lineOf(page, 'Gốm Bát Tràng')
      .getByRole('button', { name: /^Plan / })
      .click();
    await page.getByText(/A call with Gốm Bát Tràng is planned for/).waitFor();
    await panel.getByText('Nobody else is due for a call today').waitFor();
  });
});

describe('a call that nobody made', () => {
  it('stands on top once its slot has passed, with a time that suits', async () => {
    const company = await morning.company('Bị quên');
    const id = await addCall(company, 'Quốc tế Ánh Dương');
    await addCall(company, 'Sen Vàng', { kind: 'task', subject: 'Gửi mẫu hộp' });
    const page = await morning.open('/today', { email: company.email, phone: true });
    await lineOf(page, 'Quốc tế Ánh Dương').waitFor();
    expect(await page.getByText(/^Quên gọi/).count()).toBe(0);
    // Two minutes, thirty of the task, thirty of grace.
    await morning.pass(company, 75);
    await page.getByText('Quên gọi Quốc tế Ánh Dương').waitFor();
    await page.getByText('Quên: Gửi mẫu hộp').waitFor();
    await inspect(page);
    expect(await read(company, id)).toMatchObject({ status: 'forgotten' });
    await lineOf(page, 'Quên gọi Quốc tế').getByRole('button', { name: /^Xếp/ }).click();
    await page.getByText(/^Đã xếp Quốc tế Ánh Dương vào/).waitFor();
    expect(await read(company, id)).toMatchObject({ status: 'planned' });
  });
});
