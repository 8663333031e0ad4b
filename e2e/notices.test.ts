import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from './support/add-person.ts';
import { openCompany, type Company } from './support/company.ts';
import { inspect } from './support/inspect.ts';
import { visit } from './support/visit.ts';

let company: Company;
let colleague: string;
let me: { id: string };
beforeAll(async () => {
  company = await openCompany('Chuông reo');
  await company.api('PATCH', 'me', { name: 'Lê Thuỷ' });
  me = await company.api('GET', 'me');
  colleague = await addPerson(company, 'Đỗ Quỳnh Anh', 'administrator');
});

const bellOf = (page: Page) => page.getByRole('button', { name: /^Thông báo(?:, \d+ chưa đọc)?$/ });
const ringing = (page: Page, count: number) =>
  page.getByRole('button', { name: `Thông báo, ${count} chưa đọc` });
const clear = () => company.api('POST', 'notices/read', {});

/** Written by somebody else, who has a page of their own. */
async function write<T>(page: Page, method: string, path: string, data: object): Promise<T> {
  const { origin } = new URL(page.url());
  const answer = await page.request.fetch(`/api/v1/${path}`, { method, data, headers: { origin } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as T;
}

describe('the bell', () => {
  it('rings when a colleague mentions one, and leads to the very place', async () => {
    const { id } = await company.api<{ id: string }>('POST', 'activities', {
      subject: 'Chọn mẫu hộp quà',
      kind: 'task',
    });
    const mine = await visit('/settings/me', { email: company.email });
    await bellOf(mine).waitFor();
    const theirs = await visit(`/activities/${id}?tab=details`, { email: colleague });
    const field = theirs.locator('[role=tabpanel] [data-field=description]');
    await field.getByRole('button', { name: 'Sửa Cần chuẩn bị' }).click();
    await field.getByRole('textbox', { name: 'Cần chuẩn bị' }).click();
    await theirs.keyboard.type('Nhờ @thuy');
    await theirs.getByRole('option', { name: 'Lê Thuỷ' }).waitFor();
    await theirs.keyboard.press('Enter');
    await theirs.keyboard.type('xem giúp');
    await theirs.keyboard.press('Control+Enter');

    // Nobody reloads anything.
    await ringing(mine, 1).click();
    const panel = mine.getByRole('dialog', { name: 'Thông báo' });
    const line = panel.getByRole('link', { name: /Chọn mẫu hộp quà.*Đỗ Quỳnh Anh nhắc đến bạn/ });
    await line.waitFor();
    await inspect(mine);
    await line.click();
    await mine.waitForURL(`**/activities/${id}?tab=details&at=description`);
    await mine.getByRole('tabpanel').getByText('xem giúp').waitFor();
    await mine.getByRole('button', { name: 'Thông báo', exact: true }).waitFor();
  });

  it('counts what is given, shared and changed, and all of it is read at once', async () => {
    await clear();
    const mine = await visit('/accounts', { email: company.email });
    const theirs = await visit('/accounts', { email: colleague });
    const given = await write<{ id: string }>(theirs, 'POST', 'accounts', {
      name: 'Khách sạn Sông Hương',
      owner: me.id,
    });
    await ringing(mine, 1).waitFor();
    const changed = { tradingName: 'Sông Hương', website: 'https://songhuong.example' };
    await write(theirs, 'PATCH', `accounts/${given.id}`, changed);
    await ringing(mine, 2).click();
    const panel = mine.getByRole('dialog', { name: 'Thông báo' });
    await panel.getByText('Đỗ Quỳnh Anh giao cho bạn').waitFor();
    await panel.getByText(/Đỗ Quỳnh Anh đã sửa tên giao dịch và /).waitFor();
    await panel.getByRole('button', { name: /^Giao việc/ }).click();
    await expect.poll(() => panel.getByRole('listitem').count()).toBe(1);
    await panel.getByRole('button', { name: 'Tất cả' }).click();
    await panel.getByRole('button', { name: 'Đánh dấu đã đọc hết' }).click();
    await mine.getByRole('button', { name: 'Thông báo', exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Chưa đọc', exact: true }).click();
    await panel.getByText('Bạn đã đọc hết').waitFor();
  });

  it('misses nothing that came while the line to the server was being put through', async () => {
    await clear();
    const mine = await visit('/accounts', { email: company.email });
    const theirs = await visit('/accounts', { email: colleague });
    // A page whose line can be held.
    await mine.addInitScript(() => Reflect.deleteProperty(globalThis, 'SharedWorker'));
    const held = Promise.withResolvers<void>();
    await mine.route('**/api/v1/events', async (route) => {
      await held.promise;
      await route.continue();
    });
    const counted = mine.waitForResponse('**/api/v1/notices/unread');
    await mine.reload();
    await counted;
    await write(theirs, 'POST', 'accounts', { name: 'Quán trà Sen', owner: me.id });
    await expect
      .poll(() => company.api<{ total: number }>('GET', 'notices/unread'))
      .toMatchObject({ total: 1 });
    held.resolve();
    await ringing(mine, 1).waitFor();
  });

  it('is a page on a phone, and can be walked by keys', async () => {
    await clear();
    const theirs = await visit('/accounts', { email: colleague });
    for (const name of ['Tiệm hoa Cúc', 'Nhà sách Trầm'])
      await write(theirs, 'POST', 'accounts', { name, owner: me.id });
    const phone = await visit('/accounts', { email: company.email, phone: true, dark: true });
    await ringing(phone, 2).click();
    await phone.waitForURL('**/notices');
    await phone.getByText('Nhà sách Trầm').waitFor();
    await inspect(phone);
    await phone.getByRole('button', { name: 'Đánh dấu đã đọc: Nhà sách Trầm' }).click();
    await ringing(phone, 1).waitFor();

    const page = await visit('/accounts', { email: company.email });
    await ringing(page, 1).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    await page.getByText('Tiệm hoa Cúc').waitFor();
    await inspect(page);
    await page.getByRole('link', { name: /Nhà sách Trầm/ }).focus();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Tiệm hoa Cúc' }).waitFor();
    await page.getByRole('button', { name: 'Thông báo', exact: true }).waitFor();
  });
});

describe('a record that is looked at', () => {
  it('takes what was told of it along', async () => {
    await clear();
    const theirs = await visit('/accounts', { email: colleague });
    const given = { name: 'Gốm Chu Đậu', owner: me.id };
    const { id } = await write<{ id: string }>(theirs, 'POST', 'accounts', given);
    const mine = await visit('/settings/me', { email: company.email });
    await ringing(mine, 1).waitFor();
    await mine.goto(`/accounts/${id}`);
    await mine.getByRole('heading', { name: 'Gốm Chu Đậu' }).waitFor();
    await mine.getByRole('button', { name: 'Thông báo', exact: true }).waitFor();
  });
});

describe('how one is told', () => {
  it('is chosen for each kind, with the hour of the mail and quiet hours', async () => {
    const page = await visit('/settings/notifications', { email: company.email });
    await page.getByLabel('Ai đó chia sẻ bản ghi với bạn: Qua thư').press('Space');
    await page.getByRole('switch', { name: 'Thư đầu ngày' }).press('Space');
    await page.getByRole('combobox', { name: 'Gửi lúc' }).fill('6:45');
    await page.getByRole('option', { name: '06:45' }).click();
    await page.getByRole('switch', { name: 'Giờ yên tĩnh' }).press('Space');
    await inspect(page);
    const chosen = () => company.api<object>('GET', 'me');
    await expect.poll(chosen).toMatchObject({
      notifications: { shared: { email: true } },
      digest: { on: true, at: '06:45' },
      quietHours: { on: true, from: '21:00', to: '07:00' },
    });
    await page.reload();
    await expect
      .poll(() => page.getByRole('combobox', { name: 'Gửi lúc' }).inputValue())
      .toBe('06:45');
  });

  it('shows a push, and opens what it is about', async () => {
    const { id } = await company.api<{ id: string }>('POST', 'accounts', { name: 'Trà Tân Cương' });
    const page = await visit('/accounts', { email: company.email, worker: true });
    const { origin } = new URL(page.url());
    await page.context().grantPermissions(['notifications'], { origin });
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const debug = await page.context().newCDPSession(page);
    await debug.send('ServiceWorker.enable');
    const registration = await new Promise<string>((resolve) => {
      debug.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const [found] = registrations;
        if (found) resolve(found.registrationId);
      });
      void debug.send('ServiceWorker.enable');
    });
    const data = { id: '7', title: 'Trà Tân Cương', body: 'Sắp đến giờ', path: `/accounts/${id}` };
    await debug.send('ServiceWorker.deliverPushMessage', {
      origin,
      registrationId: registration,
      data: JSON.stringify(data),
    });
    const shown = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        const notices = await registration.getNotifications();
        return notices.map(({ title, body, tag }) => `${title}: ${body} (${tag})`);
      });
    await expect.poll(shown).toEqual(['Trà Tân Cương: Sắp đến giờ (7)']);
  });
});
