import { beforeAll, describe, expect, it } from 'vitest';
import { openCompany, type Company } from './support/company.ts';
import { inspect } from './support/inspect.ts';
import { visit } from './support/visit.ts';

interface Made {
  id: string;
}

let company: Company;
let ids: Record<string, string>;
beforeAll(async () => {
  company = await openCompany('Bản ghi');
  const { created } = await company.api<{ created: (Made & { name: string })[] }>(
    'POST',
    'accounts/batch',
    {
      create: [
        { name: 'An Nhiên', tradingName: 'Cũ' },
        { name: 'Bình Yên' },
        { name: 'Công ty TNHH Minh Long', phones: ['0912345678'] },
        { name: 'Công ty Minh Long', emails: ['chao@minhlong.example'] },
      ],
    },
  );
  ids = Object.fromEntries(created.map(({ id, name }) => [name, id]));
});

describe('a record', () => {
  it('is opened from the list, read on to the next one and back', async () => {
    const page = await visit('/accounts?sort=name', { email: company.email });
    await page.getByRole('link', { name: 'An Nhiên' }).click();
    await page.getByRole('heading', { name: 'An Nhiên' }).waitFor();
    await page.getByText('1 / 4').waitFor();
    await inspect(page);
    await page.getByRole('button', { name: 'Bản ghi sau, phím J' }).click();
    await page.getByRole('heading', { name: 'Bình Yên' }).waitFor();
    await page.keyboard.press('k');
    await page.getByRole('heading', { name: 'An Nhiên' }).waitFor();
    expect(page.url()).toContain(`/accounts/${ids['An Nhiên']}`);
  });

  it('is changed in place, and its thread tells of it', async () => {
    const page = await visit(`/accounts/${ids['An Nhiên']}`, {
      email: company.email,
      language: 'en',
    });
    await page.getByRole('button', { name: 'Change Trading name' }).first().click();
    const box = page.getByRole('textbox', { name: 'Trading name' });
    await box.fill('Nhiên Décor');
    await box.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Trading name changed' }).waitFor();
    const thread = page.getByRole('tabpanel', { name: 'Thread' });
    await thread.getByText('Nhiên Décor').first().waitFor();
    await inspect(page);
  });

  it('takes a file, whatever it is called', async () => {
    const page = await visit(`/accounts/${ids['Bình Yên']}`, { email: company.email, phone: true });
    await page.getByRole('tab', { name: /^Tệp/ }).click();
    const name = '"><img src=x onerror=alert(1)> hợp đồng\u202Efdp.exe.txt';
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from('nội dung') });
    await page.getByRole('button', { name: /^Gỡ .*hợp đồng/ }).waitFor();
    expect(await page.locator('img[src=x]').count()).toBe(0);
    await inspect(page);
  });

  it('is shared with a colleague', async () => {
    const shop = await openCompany('Chia sẻ', { sample: 'gift-shop' });
    const { items: members } = await shop.api<{ items: { name: string; email: string }[] }>(
      'GET',
      'members',
    );
    const colleague = members.find(({ email }) => email !== shop.email)?.name ?? '';
    const { id } = await shop.api<Made>('POST', 'accounts', { name: 'Bình Yên' });
    const page = await visit(`/accounts/${id}`, { email: shop.email });
    await page.getByRole('button', { name: 'Việc khác' }).last().click();
    await inspect(page);
    await page.getByRole('menuitem', { name: 'Chia sẻ' }).click();
    const dialog = page.getByRole('dialog', { name: 'Chia sẻ Bình Yên' });
    await dialog.getByLabel('Chia sẻ với').and(dialog.locator('input, button')).last().click();
    await page.keyboard.type(colleague);
    await page.getByRole('option', { name: colleague }).click();
    await inspect(page);
    await dialog.getByRole('button', { name: 'Chia sẻ' }).click();
    await dialog.getByRole('button', { name: `Thôi chia sẻ với ${colleague}` }).waitFor();
    const { items } = await shop.api<{ items: unknown[] }>('GET', `accounts/${id}/shares`);
    expect(items).toHaveLength(1);
  });
});

describe('two alike', () => {
  it('are made one, and two again', async () => {
    const page = await visit('/accounts?sort=name', { email: company.email });
    for (const title of ['Công ty Minh Long', 'Công ty TNHH Minh Long'])
      await page.getByRole('checkbox', { name: `Chọn ${title}` }).check();
    await page.getByRole('button', { name: 'Gộp', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Gộp 2 bản ghi thành một' });
    await dialog.getByText('chao@minhlong.example').waitFor();
    await inspect(page);
    await dialog.getByRole('button', { name: 'Gộp 2 bản ghi' }).click();
    const merged = page.getByRole('status').filter({ hasText: 'Đã gộp vào' });
    await merged.waitFor();
    const rows = page.getByRole('checkbox', { name: /^Chọn .*Minh Long/ });
    await expect.poll(() => rows.count()).toBe(1);
    await merged.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(() => rows.count()).toBe(2);
  });
});

describe('a new record', () => {
  for (const phone of [false, true])
    it(`says what is wrong at its fields, and survives a reload, ${phone ? 'phone' : 'desktop'}`, async () => {
      const page = await visit('/accounts', { email: company.email, phone });
      const begin = async () => {
        if (!phone) return page.getByRole('button', { name: 'Thêm khách hàng' }).first().click();
        await page.getByRole('button', { name: 'Tạo' }).click();
        return page
          .getByRole('dialog')
          .getByRole('button', { name: 'Khách hàng', exact: true })
          .click();
      };
      await begin();
      const panel = page.getByRole('dialog', { name: 'Thêm khách hàng' });
      await panel.getByLabel(/^Mã số thuế/).fill('123');
      await panel.getByRole('button', { name: 'Lưu', exact: true }).click();
      await panel.getByText(/^Còn \d+ chỗ cần sửa/).waitFor();
      expect(await panel.getByLabel(/^Tên khách hàng/).getAttribute('aria-invalid')).toBe('true');
      await inspect(page);
      const title = phone ? 'Nến thơm Hoa Sữa' : 'Giấy dó Bắc Ninh';
      await panel.getByLabel(/^Tên khách hàng/).fill(title);
      await page.reload();
      await begin();
      await panel.getByText(/Đã lấy lại phần bạn gõ dở/).waitFor();
      expect(await panel.getByLabel(/^Tên khách hàng/).inputValue()).toBe(title);
      await panel.getByLabel(/^Mã số thuế/).fill('');
      await panel.getByRole('button', { name: 'Lưu', exact: true }).click();
      await panel.waitFor({ state: 'detached' });
      await page.getByText(title).first().waitFor();
    });
});
