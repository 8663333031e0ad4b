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
      await expect.poll(() => textOf(fieldIn(details, kind)), { message: kind }).toContain(shows);
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
      // As one who types sees it: the cursor is there first.
      await text.and(page.locator(':focus')).waitFor();
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await page.keyboard.press('Control+Enter');
      await expect.poll(() => textOf(within), { message: kind }).toBe(`${label} –`);
    }
    await inspect(page);
  });
});

describe('a box to pick a record in', () => {
  it('is one of choices to a screen reader, and says which of them Enter takes', async () => {
    const { id } = await company.api<{ id: string }>('POST', 'things', { name: 'Chọn' });
    const page = await visit(`/things/${id}`, { email: company.email });
    await page.getByRole('tab', { name: 'Chi tiết' }).click();
    const within = fieldIn(page.getByRole('tabpanel', { name: 'Chi tiết' }), 'relation');
    await within.getByRole('button', { name: 'Sửa Kiểu relation' }).press('F2');
    const box = within.getByRole('combobox', { name: 'Kiểu relation', expanded: true });
    await box.fill('gom');
    const first = page.getByRole('option', { name: 'Gốm Việt', selected: false }).first();
    await first.and(page.locator('[data-combobox-selected]')).waitFor();
    const marked = () => box.getAttribute('aria-activedescendant');
    await expect.poll(marked).toBe(await first.getAttribute('id'));
    const list = page.locator(`[id="${await box.getAttribute('aria-controls')}"]`);
    expect(await list.getAttribute('role')).toBe('listbox');
    await box.press('ArrowDown');
    const next = page.locator('[data-combobox-selected]');
    await expect.poll(async () => (await marked()) === (await next.getAttribute('id'))).toBe(true);
    await inspect(page);
    await box.press('Escape');
  });
});

describe('a rich text', () => {
  const word = [
    "<style>p{color:red}</style><h1 style='mso-x:1'>Báo giá</h1>",
    "<p class=MsoNormal><b><span style='font-size:14pt'>Chào anh</span></b><o:p></o:p></p>",
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Một</p>",
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Hai</p>",
    '<table><tr><td width=64>Mã</td><td>Giá</td></tr></table>',
    '<b style="font-weight:normal"><p>thường <span style="font-weight:700">rõ</span></p></b>',
    '<img src=x onerror="window.__xss=1"><a href="javascript:window.__xss=1">bấm</a>',
  ].join('');

  it('is written with an input method, keys, links and what Word put into the clipboard', async () => {
    const { id } = await company.api<{ id: string }>('POST', 'things', { name: 'Ghi chú' });
    const page = await visit(`/things/${id}`, { email: company.email });
    await page.getByRole('tab', { name: 'Chi tiết' }).click();
    const within = fieldIn(page.getByRole('tabpanel', { name: 'Chi tiết' }), 'richText');
    await within.getByRole('button', { name: 'Sửa Kiểu richText' }).click();
    const box = within.getByRole('textbox', { name: 'Kiểu richText' });
    // The cursor comes with the next picture, sooner than a hand.
    await box.and(page.locator(':focus')).waitFor();
    const debug = await page.context().newCDPSession(page);
    for (const word of ['tiếng', 'Việt']) {
      for (let end = 1; end <= word.length; end++)
        await debug.send('Input.imeSetComposition', {
          text: word.slice(0, end),
          selectionStart: end,
          selectionEnd: end,
        });
      await debug.send('Input.insertText', { text: `${word} ` });
    }
    await page.keyboard.press('Control+b');
    await page.keyboard.type('đậm');
    await page.keyboard.press('Control+b');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- gốm');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await within.getByRole('button', { name: 'Liên kết' }).click();
    const address = page.getByLabel('Địa chỉ liên kết');
    await address.fill('javascript:alert(1)');
    await address.press('Enter');
    await page.getByText('Chỉ nhận địa chỉ web').waitFor();
    await inspect(page);
    await address.fill('duyen.vn');
    await address.press('Enter');
    // The text has the focus again with the next picture, sooner than a hand.
    await within.locator('[contenteditable]:focus').waitFor();
    await page.keyboard.type(' nhé');
    await page.keyboard.press('Enter');
    await box.evaluate((element, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, word);
    await page.keyboard.press('Control+Enter');
    await within.getByRole('button', { name: 'Sửa Kiểu richText' }).waitFor();
    const kept = await company.api<Record<string, unknown>>('GET', `things/${id}`);
    expect(kept[keyOf('richText')]).toBe(
      [
        '<p>tiếng Việt <strong>đậm</strong></p><ul><li><p>gốm</p></li></ul>',
        '<p><a target="_blank" rel="noopener noreferrer nofollow" href="https://duyen.vn">duyen.vn</a> nhé</p>',
        '<h2>Báo giá</h2><p><strong>Chào anh</strong></p>',
        '<ul><li><p>Một</p></li><li><p>Hai</p></li></ul>',
        '<table><tbody><tr><td>Mã</td><td>Giá</td></tr></tbody></table><p>thường <strong>rõ</strong></p><p>bấm</p>',
      ].join(''),
    );
    expect(await page.evaluate(() => '__xss' in globalThis)).toBe(false);
    await inspect(page);
  });

  it('is found by its words, not by its tags, and leaves the box by Escape without a change', async () => {
    const { id } = await company.api<{ id: string }>('POST', 'things', {
      name: 'Tìm chữ',
      [keyOf('richText')]: '<p>Hộp <strong>qu</strong>à Tết & trà</p>',
    });
    const found = async (value: string) => {
      const where = JSON.stringify({ field: keyOf('richText'), op: 'contains', value });
      const { items } = await company.api<{ items: { id: string }[] }>(
        'GET',
        `things?where=${encodeURIComponent(where)}`,
      );
      return items.some((each) => each.id === id);
    };
    expect(await Promise.all(['hộp quà', 'tết & trà', 'strong', 'amp'].map(found))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    const page = await visit(`/things/${id}`, { email: company.email, phone: true });
    await page.getByRole('tab', { name: 'Thông tin' }).click();
    const within = fieldIn(page.getByRole('tabpanel', { name: 'Thông tin' }), 'richText').first();
    await within.getByRole('button', { name: 'Sửa Kiểu richText' }).click();
    await within.getByRole('textbox', { name: 'Kiểu richText' }).pressSequentially('bỏ');
    await inspect(page);
    await page.keyboard.press('Escape');
    await within.getByText('Hộp quà Tết & trà').waitFor();
    await inspect(page);
  });
});
