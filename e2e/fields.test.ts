import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCompany, type Company } from './support/company.ts';
import { everyKind, type Written, type WrittenKind } from './support/every-kind.ts';
import { inspect } from './support/inspect.ts';
import { visit } from './support/visit.ts';

const kinds = Object.entries(everyKind) as [WrittenKind, Written][];
const keyOf = (kind: string) => `${kind}Field`;
const labelOf = (kind: string) => `Kiểu ${kind}`;

let company: Company;
beforeAll(async () => {
  company = await openCompany('Mọi kiểu');
  await company.api('POST', 'accounts', { name: 'Gốm Việt' });
  await company.api('POST', 'teams', { name: 'Bán sỉ' });
  await company.api('PATCH', 'me', { name: 'Lê Thuỷ' });
  await company.api('POST', 'settings/objects', {
    key: 'thing',
    path: 'things',
    reach: 'owned',
    title: 'name',
    label: { vi: 'Món', en: 'Thing' },
    pluralLabel: { vi: 'Món', en: 'Things' },
    fields: [
      { key: 'name', kind: 'text', required: true, label: { vi: 'Tên món', en: 'Name' } },
      ...kinds.map(([kind, { options }]) => ({
        ...options,
        key: keyOf(kind),
        kind,
        label: { vi: labelOf(kind), en: kind },
      })),
    ],
  });
});

/** The part of a form or of a page that belongs to one field. */
const fieldIn = (place: Locator, kind: string) => place.locator(`[data-field=${keyOf(kind)}]`);

/** Of several parts, each with its own way out. */
const hasParts: ReadonlySet<string> = new Set([
  'address',
  'multiSelect',
  'tags',
  'relations',
  'links',
  'members',
  'emails',
]);

const textOf = async (place: Locator) => (await place.innerText()).replaceAll(/\s+/g, ' ');

describe('a field of every kind', () => {
  it('is written in the form', async () => {
    const page = await visit('/things', { email: company.email });
    await page.getByRole('heading', { name: 'Chưa có món nào' }).waitFor();
    await page.getByRole('button', { name: 'Thêm món' }).filter({ visible: true }).click();
    const form = page.getByRole('dialog', { name: 'Thêm món' });
    await form.getByLabel('Tên món').fill('Viết trong biểu mẫu');
    await form.getByRole('button', { name: 'Thêm thông tin' }).click();
    for (const [kind, { write }] of kinds)
      await write({ page, within: fieldIn(form, kind), label: labelOf(kind) });
    await inspect(page);
    await form.getByRole('button', { name: 'Lưu', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Viết trong biểu mẫu' }).click();
    await page.getByRole('tab', { name: 'Chi tiết' }).click();
    const details = page.getByRole('tabpanel', { name: 'Chi tiết' });
    for (const [kind, { shows }] of kinds)
      expect(await textOf(fieldIn(details, kind)), kind).toContain(shows);
    await inspect(page);
  });

  it('is changed in place by keys, and emptied again', async () => {
    const { id } = await company.api<{ id: string }>('POST', 'things', { name: 'Sửa tại chỗ' });
    const page = await visit(`/things/${id}`, { email: company.email });
    await page.getByRole('tab', { name: 'Chi tiết' }).click();
    const details = page.getByRole('tabpanel', { name: 'Chi tiết' });
    for (const [kind, { write, shows, wrong }] of kinds) {
      const label = labelOf(kind);
      const within = fieldIn(details, kind);
      const opener = within.getByRole('button', { name: `Sửa ${label}`, exact: true });
      await opener.press('F2');
      await within
        .locator('input, textarea, [role=textbox]')
        .first()
        .waitFor({ state: 'attached' });
      const text = within
        .getByRole('textbox', { name: label, exact: true })
        .or(within.getByRole('combobox', { name: label, exact: true }));
      const isText = !hasParts.has(kind) && (await text.count()) > 0;
      if (wrong) {
        await text.fill(wrong.typed);
        await page.keyboard.press('Enter');
        await within.getByText(wrong.says).waitFor();
      }
      await write({ page, within, label });
      // What is chosen is done at once; what is written ends with the key.
      if ((await opener.count()) === 0) await page.keyboard.press('Control+Enter');
      await opener.waitFor();
      await expect.poll(() => textOf(within), { message: kind }).toContain(shows);
      if (!isText) continue;
      await opener.press('F2');
      await text.press('Control+a');
      await page.keyboard.press('Delete');
      await page.keyboard.press('Control+Enter');
      await expect.poll(() => textOf(within), { message: kind }).toBe(`${label} –`);
    }
    await inspect(page);
  });
});
