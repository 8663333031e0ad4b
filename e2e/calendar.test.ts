import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from './support/add-person.ts';
import { openCompany, type Company } from './support/company.ts';
import { inspect, inspectColours } from './support/inspect.ts';
import { visit } from './support/visit.ts';

let company: Company;
let colleague: string;
let [meId, binhId] = ['', ''];
/** A Monday some weeks ahead, when nobody has anything on. */
const monday = (() => {
  const at = new Date(Date.now() + 45 * 86_400_000);
  at.setUTCDate(at.getUTCDate() + ((8 - at.getUTCDay()) % 7));
  return at.toISOString().slice(0, 10);
})();
const on = (days: number, time: string) => {
  const day = new Date(Date.parse(`${monday}T00:00:00Z`) + days * 86_400_000);
  return `${day.toISOString().slice(0, 10)}T${time}:00+07:00`;
};

beforeAll(async () => {
  company = await openCompany('Lịch');
  colleague = await addPerson(company, 'Phạm Bình', 'employee');
  const { items } = await company.api<{ items: { id: string; name: string }[] }>('GET', 'members');
  binhId = items.find(({ name }) => name === 'Phạm Bình')?.id ?? '';
  meId = items.find(({ name }) => name !== 'Phạm Bình')?.id ?? '';
});

const plan = (values: object) =>
  company.api<{ id: string }>('POST', 'activities', { kind: 'meeting', ...values });
const open = (query = '', visitor: Parameters<typeof visit>[1] = {}): Promise<Page> =>
  visit(`/calendar?day=${monday}${query}`, { email: company.email, ...visitor });

/** The place of a time of a day on the hours, brought into sight. */
async function placeOf(page: Page, column: number, hour: number) {
  const box = await page.locator('[data-column]').nth(column).boundingBox();
  if (!box) throw new Error('the day is not on the page');
  return { x: box.x + box.width / 2, y: box.y + hour * 60 };
}
async function pull(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
}

/** A finger, as a phone has it: the page tells whether it scrolls, stays or pulls. */
async function fingerOn(page: Page) {
  const session = await page.context().newCDPSession(page);
  let here = { x: 0, y: 0 };
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points = [here]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  const down = (at: { x: number; y: number }) => {
    here = at;
    return touch('touchStart');
  };
  return {
    down,
    up: () => touch('touchEnd', []),
    /** Until it has taken up what is beneath it. */
    async stay(at: { x: number; y: number }) {
      await down(at);
      await page.locator('[data-held]').waitFor();
    },
    async moveBy(x: number, y: number) {
      const [from, steps] = [here, 8];
      for (let i = 1; i <= steps; i += 1) {
        here = { x: from.x + (x * i) / steps, y: from.y + (y * i) / steps };
        await touch('touchMove');
      }
    },
  };
}
async function middleOf(where: Locator) {
  const box = await where.boundingBox();
  if (!box) throw new Error('it is not on the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, right: box.x + box.width };
}

describe('the calendar', () => {
  it('takes a plan that is drawn, and moves it by hand, with a way back', async () => {
    const page = await open();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await inspect(page);
    await pull(page, await placeOf(page, 1, 9.02), await placeOf(page, 1, 10.5));
    const form = page.getByRole('dialog', { name: 'Đặt lịch mới' });
    await form.getByRole('textbox', { name: 'Nội dung' }).fill('Chốt mẫu quà Tết');
    await inspect(page);
    await form.getByRole('button', { name: 'Đặt lịch' }).click();
    const event = page.getByRole('button', { name: /^Chốt mẫu quà Tết/ });
    await event.filter({ hasText: '09:00 – 10:30' }).waitFor();

    await pull(page, await placeOf(page, 1, 9.3), await placeOf(page, 3, 14.3));
    await page.getByText(/^Đã dời sang Thứ Năm/).waitFor();
    await event.filter({ hasText: '14:00 – 15:30' }).waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).last().click();
    await event.filter({ hasText: '09:00 – 10:30' }).waitFor();

    await event.click();
    const card = page.getByRole('dialog', { name: 'Chi tiết Chốt mẫu quà Tết' });
    await card.getByRole('button', { name: 'Ghi kết quả' }).waitFor();
    await inspect(page);
    await card.getByRole('button', { name: 'Xoá' }).click();
    await page.getByText('Đã xoá Chốt mẫu quà Tết').waitFor();
    await event.waitFor({ state: 'detached' });

    const days = await placeOf(page, 2, 0);
    const line = await page.getByText('cả ngày', { exact: true }).boundingBox();
    await page.mouse.click(days.x, (line?.y ?? 0) + 10);
    await form.getByRole('textbox', { name: 'Nội dung' }).fill('Hội chợ quà Tết');
    await form.getByRole('button', { name: 'Đặt lịch' }).click();
    const bar = page.getByRole('button', { name: 'Hội chợ quà Tết', exact: true });
    await bar.waitFor();
    await page.getByText('Tháng', { exact: true }).click();
    await bar.waitFor();
    await inspect(page);
  });

  it('moves by keys, tells what is in the way, and asks which of a series are meant', async () => {
    await plan({ subject: 'Đã có hẹn', startsAt: on(1, '08:00'), endsAt: on(1, '09:00') });
    await company.api('POST', 'activities/series', {
      values: {
        kind: 'meeting',
        subject: 'Giao ban',
        startsAt: on(0, '08:00'),
        endsAt: on(0, '08:45'),
      },
      rule: 'FREQ=WEEKLY;COUNT=3',
    });
    const page = await open();
    const event = page.getByRole('button', { name: /^Giao ban/ });
    await event.focus();
    for (const key of ['Space', 'ArrowRight', 'ArrowDown', 'Shift+ArrowDown', 'Enter'])
      await page.keyboard.press(key);
    const question = page.getByRole('dialog', { name: 'Dời những lần nào' });
    await question.getByRole('radio', { name: 'Lần này và các lần sau' }).check();
    await inspect(page);
    await question.getByRole('button', { name: 'Áp dụng' }).click();
    await page.getByText('trùng với Đã có hẹn').waitFor();
    await event.filter({ hasText: '08:15 – 09:15' }).waitFor();
    await page.getByRole('button', { name: 'Tiếp theo' }).click();
    await event.filter({ hasText: /Thứ Ba.*08:15 – 09:15/ }).waitFor();

    await event.click();
    const card = page.getByRole('dialog', { name: 'Chi tiết Giao ban' });
    await card.getByRole('button', { name: 'Sửa' }).click();
    const which = page.getByRole('dialog', { name: 'Sửa những lần nào' });
    await which.getByRole('radio', { name: 'Mọi lần chưa diễn ra' }).check();
    await which.getByRole('button', { name: 'Áp dụng' }).click();
    const subject = page.getByRole('dialog').getByRole('textbox', { name: 'Nội dung' });
    await subject.fill('Giao ban đầu tuần');
    await subject.press('Control+Enter');
    await page.getByText('Đã sửa 3 lần của chuỗi').waitFor();
    await page.getByRole('button', { name: 'Trước đó' }).click();
    await page.getByRole('button', { name: /^Giao ban đầu tuần/ }).waitFor();
  });

  it('takes whole days to others, and stretches them over more, by mouse and by keys', async () => {
    await plan({
      subject: 'Hội chợ xuân',
      allDay: true,
      startsAt: on(28, '00:00'),
      endsAt: on(29, '00:00'),
    });
    const page = await open();
    for (let i = 0; i < 4; i += 1) await page.getByRole('button', { name: 'Tiếp theo' }).click();
    const bar = page.getByRole('button', { name: 'Hội chợ xuân', exact: true });
    const columns = page.locator('[data-column]');
    /** From which to which column it reaches. */
    const reaches = async (first: number, last: number) => {
      const ends = [await middleOf(columns.nth(first)), await middleOf(columns.nth(last))];
      const reached = ends.map(({ x, right }, at) => Math.round(at === 0 ? 2 * x - right : right));
      await expect
        .poll(async () => {
          const box = await bar.boundingBox();
          return box && [Math.round(box.x), Math.round(box.x + box.width)];
        })
        .toEqual([
          expect.closeTo((reached[0] ?? 0) + 3, -1),
          expect.closeTo((reached[1] ?? 0) - 5, -1),
        ]);
    };
    const start = await middleOf(bar);
    await pull(page, start, { x: (await middleOf(columns.nth(2))).x, y: start.y });
    await page.getByText(/^Đã dời sang Thứ Tư, \d\d\/\d\d$/).waitFor();
    await reaches(2, 2);

    const there = await middleOf(bar);
    const edge = { x: there.right - 2, y: there.y };
    await pull(page, edge, { x: (await middleOf(columns.nth(4))).x, y: there.y });
    await page.getByText(/^Đã đổi lúc kết thúc sang Thứ Sáu/).waitFor();
    await reaches(2, 4);
    await page.getByRole('button', { name: 'Hoàn tác' }).last().click();
    await reaches(2, 2);

    await bar.focus();
    for (const key of ['Space', 'ArrowLeft', 'Shift+ArrowRight', 'Enter'])
      await page.keyboard.press(key);
    await page.getByText(/^Đã dời sang Thứ Ba/).waitFor();
    await reaches(1, 2);
    // What was pulled before does not keep it from being opened.
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Chi tiết Hội chợ xuân' }).waitFor();
  });

  it('takes things about with a finger that stays on them, to other days too', async () => {
    await plan({ subject: 'Xem mẫu', startsAt: on(35, '09:00'), endsAt: on(35, '10:00') });
    await plan({ subject: 'Họp với kho', startsAt: on(35, '11:00'), endsAt: on(35, '12:00') });
    await company.api('POST', 'activities/series', {
      values: {
        kind: 'task',
        subject: 'Trực cửa hàng',
        allDay: true,
        startsAt: on(35, '00:00'),
        endsAt: on(36, '00:00'),
      },
      rule: 'FREQ=WEEKLY;COUNT=2',
    });
    const page = await visit(`/calendar?day=${on(35, '00:00').slice(0, 10)}`, {
      email: company.email,
      phone: true,
    });
    const finger = await fingerOn(page);
    const event = page.getByRole('button', { name: /^Xem mẫu/ });
    await event.waitFor();
    const day = page.getByRole('heading', { level: 1 });

    // One that moves at once scrolls, and takes nothing along.
    const scrolls = page.locator('[data-scrolls]');
    const scrolled = () => scrolls.evaluate(({ scrollTop }) => scrollTop);
    const before = await scrolled();
    const ended = scrolls.evaluate(
      (frame) =>
        new Promise<void>((resolve) =>
          frame.addEventListener('scrollend', () => resolve(), { once: true }),
        ),
    );
    await finger.down(await middleOf(event));
    await finger.moveBy(0, -80);
    await finger.up();
    await ended;
    expect(await scrolled()).toBeGreaterThan(before);
    await scrolls.evaluate((frame, top) => frame.scrollTo(0, top), before);

    await finger.stay(await middleOf(event));
    const still = await scrolled();
    await finger.moveBy(0, 120);
    await finger.up();
    await page.getByText(/^Đã dời sang Thứ Hai.*11:00, trùng với Họp với kho$/).waitFor();
    await event.filter({ hasText: '11:00 – 12:00' }).waitFor();
    expect(await scrolled()).toBe(still);
    await page.getByRole('button', { name: 'Hoàn tác' }).last().click();
    await event.filter({ hasText: '09:00 – 10:00' }).waitFor();

    // It lets go where it was, and pulls the grip.
    await finger.stay(await middleOf(event));
    await finger.up();
    const lifted = await page.locator('[data-lifted]').boundingBox();
    if (!lifted) throw new Error('nothing was lifted');
    await inspect(page);
    await finger.down({ x: lifted.x + lifted.width / 2, y: lifted.y + lifted.height });
    await finger.moveBy(0, 30);
    await finger.up();
    await page.getByText(/^Đã đổi lúc kết thúc sang Thứ Hai.*10:30$/).waitFor();
    await event.filter({ hasText: '09:00 – 10:30' }).waitFor();

    // A press beside what is lifted puts it back, and plans nothing.
    await finger.stay(await middleOf(event));
    await finger.up();
    await page.locator('[data-lifted]').waitFor();
    const place = await placeOf(page, 0, 8.2);
    await finger.down(place);
    await finger.up();
    await page.locator('[data-lifted]').waitFor({ state: 'detached' });
    expect(await page.getByRole('dialog').count()).toBe(0);

    // At the side of the day it comes to the next.
    const from = await middleOf(event);
    await finger.stay(from);
    await finger.moveBy(375 - from.x, 0);
    await day.filter({ hasText: 'Thứ Ba' }).waitFor();
    await finger.up();
    await page.getByText(/^Đã dời sang Thứ Ba.*09:00/).waitFor();
    await event.filter({ hasText: '09:00 – 10:30' }).waitFor();

    await page.getByRole('button', { name: 'Trước đó' }).click();
    const bar = page.getByRole('button', { name: 'Trực cửa hàng', exact: true });
    const at = await middleOf(bar);
    await finger.stay(at);
    await finger.moveBy(375 - at.x, 0);
    await day.filter({ hasText: 'Thứ Ba' }).waitFor();
    await finger.up();
    const question = page.getByRole('dialog', { name: 'Dời những lần nào' });
    await question.getByRole('button', { name: 'Áp dụng' }).click();
    await page.getByText(/^Đã dời sang Thứ Ba, \d\d\/\d\d$/).waitFor();
    await bar.waitFor();
  });

  it('shows colleagues beside each other, what one may not read as busy, and when all are free', async () => {
    const day = new Date(Date.parse(`${monday}T00:00:00Z`) + 14 * 86_400_000);
    const there = day.toISOString().slice(0, 10);
    const at = (time: string) => `${there}T${time}:00+07:00`;
    await plan({ subject: 'Việc kín', startsAt: at('08:00'), endsAt: at('11:00') });
    await plan({
      subject: 'Việc của Bình',
      owner: binhId,
      startsAt: at('13:00'),
      endsAt: at('14:00'),
    });
    const page = await visit(`/calendar?view=day&day=${there}&members=${binhId},${meId}`, {
      email: colleague,
    });
    await page.getByRole('button', { name: /^Việc của Bình/ }).waitFor();
    await page.getByText('Bận', { exact: true }).waitFor();
    expect(await page.getByText('Việc kín').count()).toBe(0);
    await inspect(page);

    await page.getByRole('button', { name: 'Đặt lịch' }).click();
    const form = page.getByRole('dialog', { name: 'Đặt lịch mới' });
    const people = form.getByLabel('Người bên mình', { exact: true }).and(page.locator('input'));
    await people.click();
    await page.getByRole('option').filter({ hasNotText: 'Phạm Bình' }).first().click();
    // 9:00 is taken by something that is not told.
    await form.getByText(/^Trùng với việc của/).waitFor();
    await form.getByRole('button', { name: 'Tìm giờ rảnh chung' }).click();
    const times = form.getByRole('group', { name: 'Giờ mọi người cùng rảnh' });
    await times.getByRole('button').first().waitFor();
    await expect.poll(() => times.getByRole('button').first().textContent()).toBe('11:00');
    await times
      .getByRole('button', { name: /14:00$/ })
      .first()
      .click();
    await form.getByText(/^Trùng với việc của/).waitFor({ state: 'detached' });
    await inspect(page);
    await form.getByRole('textbox', { name: 'Nội dung' }).fill('Cùng duyệt mẫu');
    await form.getByRole('button', { name: 'Đặt lịch' }).click();
    await page
      .getByRole('button', { name: /^Cùng duyệt mẫu/ })
      .first()
      .waitFor();
  });

  it('goes through days with a thumb, and shows what others plan meanwhile', async () => {
    await plan({ subject: 'Gặp ở quán', startsAt: on(4, '09:00'), endsAt: on(4, '10:00') });
    const page = await open('', { phone: true });
    await page.getByRole('button', { name: 'Tiếp theo' }).waitFor();
    await inspect(page);
    for (let i = 0; i < 4; i += 1) await page.getByRole('button', { name: 'Tiếp theo' }).click();
    await page.getByRole('button', { name: /^Gặp ở quán/ }).click();
    await page.getByRole('dialog', { name: 'Chi tiết Gặp ở quán' }).waitFor();
    await inspect(page);
    await page.getByRole('button', { name: 'Đóng' }).first().click();
    await page.getByText('Danh sách', { exact: true }).click();
    await page.getByRole('button', { name: /Gặp ở quán/ }).waitFor();
    await plan({ subject: 'Vừa đặt xong', startsAt: on(4, '15:00'), endsAt: on(4, '16:00') });
    await page.getByRole('button', { name: /Vừa đặt xong/ }).waitFor();
    await inspect(page);
  });

  it('says that nothing is planned only when it knows', async () => {
    const page = await open('&view=agenda');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const held = Promise.withResolvers<void>();
    await page.route('**/api/v1/calendar?**', async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.goto(`/calendar?view=agenda&day=${on(200, '00:00').slice(0, 10)}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByText('Chưa có việc nào').count()).toBe(0);
    held.resolve();
    await page.getByText('Chưa có việc nào').waitFor();
  });

  it('is printed on white paper, from a dark screen too', async () => {
    await plan({ subject: 'Xem xưởng', startsAt: on(42, '09:00'), endsAt: on(42, '10:00') });
    const page = await visit(`/calendar?view=week&day=${on(42, '00:00').slice(0, 10)}`, {
      email: company.email,
      dark: true,
    });
    const event = page.getByRole('button', { name: /^Xem xưởng/ });
    await event.waitFor();
    await inspectColours(page);
    const ink = () => event.evaluate((block) => getComputedStyle(block).color);
    const onScreen = await ink();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect.poll(() => ink()).not.toBe(onScreen);
    await inspectColours(page);
    // Paper says whose it is.
    await expect.poll(() => page.getByText('Lịch của tôi', { exact: true }).isVisible()).toBe(true);
  });

  it('is read elsewhere at an address that is told once', async () => {
    const page = await visit('/settings/my-calendar', { email: company.email });
    await page.getByRole('button', { name: 'Tạo địa chỉ' }).first().click();
    const box = page.getByRole('textbox', { name: 'Địa chỉ của Lịch của tôi' });
    const feed = await page.request.get(await box.inputValue());
    expect(feed.headers()['content-type']).toContain('text/calendar');
    expect(await feed.text()).toContain('SUMMARY:Gặp ở quán');
    await inspect(page);
    await page.getByRole('button', { name: 'Thôi chia sẻ' }).click();
    await page.getByText('Địa chỉ của Lịch của tôi thôi dùng được').waitFor();
    await page.goto('/settings/calendar');
    await page.getByRole('button', { name: 'Thêm giờ Thứ Bảy' }).click();
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu cài đặt lịch').waitFor();
    await inspect(page);
  });
});
