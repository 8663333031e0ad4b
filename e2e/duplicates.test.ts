import { beforeAll, describe, expect, it } from 'vitest';
import { openCompany, type Company } from './support/company.ts';
import { inspect } from './support/inspect.ts';
import { visit } from './support/visit.ts';

let company: Company;
beforeAll(async () => {
  company = await openCompany('Trùng lặp');
  await company.api('POST', 'accounts/batch', {
    create: [
      { name: 'Gốm Chu Đậu', phones: ['0912000001'], emails: ['chao@chudau.example'] },
      { name: 'Gốm Chu Đậu', phones: ['0912000001'] },
      { name: 'Mây tre Phú Vinh', phones: ['0912000002'] },
      { name: 'Mây tre Phú Vinh', phones: ['0912000002'] },
    ],
  });
});

describe('groups of duplicates', () => {
  it('are looked for, set aside and taken back', async () => {
    const page = await visit('/duplicates', { email: company.email });
    await page.getByRole('button', { name: 'Quét trùng' }).click();
    const group = page.getByRole('region', { name: 'Mây tre Phú Vinh, Mây tre Phú Vinh' });
    await group.waitFor();
    await inspect(page);
    await group.getByRole('button', { name: 'Không phải trùng' }).click();
    await group.waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Không phải trùng' }).click();
    await group.getByRole('button', { name: 'Xét lại' }).click();
    await group.waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Có thể trùng' }).click();
    await group.waitFor();
  });

  it('of a safe kind are merged at once, and one of them is taken apart again', async () => {
    const page = await visit('/duplicates', { email: company.email, phone: true, language: 'en' });
    await page.getByRole('button', { name: 'Look for duplicates' }).click();
    await page.getByRole('region', { name: /Gốm Chu Đậu/ }).waitFor();
    await inspect(page);
    await page.getByRole('button', { name: 'Merge many' }).click();
    const dialog = page.getByRole('dialog', { name: 'Merge the groups that are certain' });
    await inspect(page);
    await dialog.getByRole('button', { name: 'Merge 2 groups' }).click();
    const told = page.getByRole('status').filter({ hasText: 'Groups merged: 2' });
    await told.getByRole('button', { name: 'Show them' }).click();
    const merge = page.getByRole('listitem').filter({ hasText: 'Gốm Chu Đậu' });
    await merge.getByRole('button', { name: 'Undo' }).click();
    await inspect(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
    await merge.getByText(/^Undone by/).waitFor();
    const { items } = await company.api<{ items: { name: string }[] }>('POST', 'accounts/query', {
      sort: 'name',
    });
    expect(items.map(({ name }) => name)).toEqual([
      'Gốm Chu Đậu',
      'Gốm Chu Đậu',
      'Mây tre Phú Vinh',
    ]);
  });
});
