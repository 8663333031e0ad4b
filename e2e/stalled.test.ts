import { beforeAll, describe, expect, it } from 'vitest';
import { openCompany, type Company } from './support/company.ts';
import { inspect, inspectColours } from './support/inspect.ts';
import { visit } from './support/visit.ts';

interface Sheet {
  lines: { account: { id: string }; suggested: { id: string } | null; outcome: object }[];
}

let company: Company;
beforeAll(async () => {
  company = await openCompany('Khách bỏ quên', { sample: 'freight' });
});
const newest = async () => {
  const { items } = await company.api<{ items: { id: string }[] }>(
    'GET',
    'stalled-sheets?sort=-madeAt',
  );
  return company.api<Sheet>('GET', `stalled/sheets/${items[0]?.id ?? ''}`);
};
const given = (sheet: Sheet) =>
  sheet.lines.filter(({ outcome }) => !('handover' in outcome && outcome.handover === null));

describe('customers left behind', () => {
  it('are handed over twelve at once as the sheet suggests, and what came of it is seen', async () => {
    const page = await visit('/accounts', { email: company.email });
    await page.getByRole('link', { name: 'Khách bị bỏ quên' }).click();
    await page.getByText('Chưa có phiếu nào').waitFor();
    await inspect(page);
    await page.getByRole('button', { name: 'Lập phiếu mới' }).click();
    await page.getByText(/Đã lập phiếu: \d+ khách bị bỏ quên/).waitFor();
    await page
      .getByText(/Không hoạt động, không đổi giai đoạn \d+ ngày/)
      .first()
      .waitFor();
    await inspect(page);

    // By the keys: from line to line, with the space bar.
    await page
      .getByRole('checkbox', { name: /^Chọn / })
      .nth(1)
      .focus();
    for (let i = 0; i < 12; i += 1) {
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
    }
    // Lines that are half below the head are in nobody's way.
    await page.getByRole('table').evaluate((table) => table.scrollIntoView());
    await page.getByRole('button', { name: 'Bàn giao 12 khách' }).click();
    const dialog = page.getByRole('dialog', { name: 'Bàn giao 12 khách' });
    await dialog.getByRole('radio', { name: 'Theo gợi ý của phiếu' }).waitFor();
    await dialog.getByLabel('Lời dặn người nhận').fill('Gọi trong tuần này');
    await inspect(page);
    await dialog.getByRole('button', { name: 'Bàn giao 12 khách' }).click();
    await page.getByText(/Đã bàn giao 12 khách, kèm \d+ bản ghi/).waitFor();
    await page.getByText('12 đã bàn giao').waitFor();

    const [first] = given(await newest());
    await company.api('POST', 'activities', {
      kind: 'call',
      account: first?.account.id,
      status: 'done',
      result: 'reached',
    });
    await company.api('PATCH', `accounts/${first?.account.id ?? ''}`, { stage: 'lost' });
    await page.reload();
    await page.getByText('1 đã liên hệ lại').waitFor();
    await page.getByText('1 đã mất').waitFor();
    await page.getByText('Đã bàn giao', { exact: true }).click();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(12);
  });

  it('go to one colleague, and come back when that was a mistake', async () => {
    const page = await visit('/stalled', { email: company.email });
    await page.getByRole('button', { name: 'Lập phiếu mới' }).click();
    await page.getByText(/Đã lập phiếu/).waitFor();
    const before = await newest();
    await page
      .getByRole('checkbox', { name: /^Chọn / })
      .nth(1)
      .check();
    await page.getByRole('button', { name: 'Bàn giao 1 khách' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Một đồng nghiệp' }).check();
    await dialog.getByLabel('Đồng nghiệp nhận').click();
    await page.getByRole('option').first().click();
    await dialog.getByRole('button', { name: 'Bàn giao 1 khách' }).click();
    await page.getByText(/Đã bàn giao 1 khách/).waitFor();
    expect(given(await newest())).toHaveLength(1);
    await page.getByRole('button', { name: 'Lấy lại' }).click();
    await page.getByText('Đã lấy lại 1 khách.').waitFor();
    expect(await newest()).toMatchObject({
      lines: before.lines.map(({ account }) => ({ account })),
    });
    expect(given(await newest())).toHaveLength(0);
  });

  it('fit a phone, in the dark and in English, and say what is allowed', async () => {
    const page = await visit('/stalled', {
      email: company.email,
      phone: true,
      dark: true,
      language: 'en',
    });
    await page
      .getByText(/No activity and no other stage/)
      .first()
      .waitFor();
    await inspectColours(page);
    await inspect(page);
    await page.getByRole('button', { name: 'What is allowed' }).click();
    const dialog = page.getByRole('dialog', { name: 'What is allowed' });
    const box = dialog.getByRole('textbox', { name: 'In talks, B – Promising' });
    await box.fill('12');
    await inspect(page);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('What is allowed is saved.').waitFor();
    const settings = await company.api('GET', 'stalled/settings');
    expect(settings).toMatchObject({ days: { inTalks: { b: 12, a: 7 } }, overload: 1.5 });
  });
});
