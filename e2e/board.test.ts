import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCompany, type Company } from './support/company.ts';
import { inspect } from './support/inspect.ts';
import { visit } from './support/visit.ts';

let company: Company;
beforeAll(async () => {
  company = await openCompany('Bảng cột');
  await company.api('POST', 'accounts/batch', {
    create: [
      { name: 'Lụa Vạn Phúc', stage: 'toMarket' },
      { name: 'Trà Tân Cương', stage: 'toMarket' },
      { name: 'Chiếu Nga Sơn', stage: 'inTalks' },
    ],
  });
});

const stageOf = async (name: string): Promise<string | undefined> => {
  const { items } = await company.api<{ items: { stage: string }[] }>('POST', 'accounts/query', {
    where: { field: 'name', op: 'eq', value: name },
    fields: ['stage'],
  });
  return items[0]?.stage;
};
const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const card = (page: Page, name: string, title: string) =>
  column(page, name).getByRole('link', { name: title });
const toast = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

describe('the board', () => {
  it('moves a card by dragging it, and takes it back', async () => {
    const page = await visit('/accounts?mode=board&by=stage', { email: company.email });
    const from = await card(page, 'Cần tiếp thị', 'Lụa Vạn Phúc').boundingBox();
    const to = await column(page, 'Đang trao đổi').boundingBox();
    if (!from || !to) throw new Error('not on the screen');
    await inspect(page);
    await page.mouse.move(from.x + 20, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 20, { steps: 4 });
    await page.mouse.move(to.x + to.width / 2, to.y + 120, { steps: 8 });
    await page.getByText('Thả để chuyển sang Đang trao đổi').waitFor();
    await page.mouse.up();
    await card(page, 'Đang trao đổi', 'Lụa Vạn Phúc').waitFor();
    const moved = toast(page, 'Đã chuyển Lụa Vạn Phúc sang Đang trao đổi');
    await moved.waitFor();
    await expect.poll(() => stageOf('Lụa Vạn Phúc')).toBe('inTalks');
    await moved.getByRole('button', { name: 'Hoàn tác' }).click();
    await card(page, 'Cần tiếp thị', 'Lụa Vạn Phúc').waitFor();
    await expect.poll(() => stageOf('Lụa Vạn Phúc')).toBe('toMarket');
  });

  it('moves a card with the keyboard, and says so', async () => {
    const page = await visit('/accounts?mode=board&by=stage', {
      email: company.email,
      language: 'en',
    });
    await card(page, 'To be marketed to', 'Trà Tân Cương').focus();
    await page.keyboard.press('Space');
    await page.getByText('Trà Tân Cương picked up from the column To be marketed to.').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByText('Trà Tân Cương is over the column In talks.').waitFor();
    await page.keyboard.press('Space');
    await card(page, 'In talks', 'Trà Tân Cương').waitFor();
    await expect.poll(() => stageOf('Trà Tân Cương')).toBe('inTalks');
  });

  it('moves a card from its menu on a phone', async () => {
    const page = await visit('/accounts?mode=board&by=stage', {
      email: company.email,
      phone: true,
    });
    await page.getByRole('button', { name: 'Chuyển Chiếu Nga Sơn sang cột khác' }).click();
    await inspect(page);
    await column(page, 'Đang trao đổi').getByText('Chưa có hẹn tiếp theo').first().waitFor();
    await page.getByRole('menuitem', { name: 'Cần tiếp thị' }).click();
    await toast(page, 'Đã chuyển Chiếu Nga Sơn sang Cần tiếp thị').waitFor();
    await expect.poll(() => stageOf('Chiếu Nga Sơn')).toBe('toMarket');
  });
});
