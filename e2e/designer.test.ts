import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCompany, type Company } from './support/company.ts';
import { inspect } from './support/inspect.ts';
import { practised } from './support/practised.ts';
import { visit } from './support/visit.ts';

let company: Company;
beforeAll(async () => {
  company = await openCompany('Đối tượng riêng');
  await company.api('POST', 'accounts', { name: 'Gốm Bát Tràng' });
});

/** An object of its own for a journey, with a field beside its name. */
async function makeObject(key: string, name: string): Promise<void> {
  await company.api('POST', 'settings/objects', {
    key,
    path: key,
    label: { vi: name, en: name },
    pluralLabel: { vi: name, en: name },
    list: ['name'],
    fields: [
      { key: 'name', kind: 'text', label: { vi: 'Tên', en: 'Name' }, required: true },
      { key: 'colour', kind: 'text', label: { vi: 'Màu', en: 'Colour' } },
      { key: 'size', kind: 'text', label: { vi: 'Cỡ', en: 'Size' } },
    ],
  });
}

const fieldsOf = (page: Page, section: string) =>
  page.getByRole('region', { name: section }).locator('li > button:nth-child(2)').allTextContents();
const handle = (page: Page, field: string) =>
  page.getByRole('button', { name: `Kéo ${field}, hoặc dùng phím lên xuống` });
const save = async (page: Page) => {
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Đã lưu').waitFor();
};

describe('an object of the company’s own', () => {
  it('is made with fields of six kinds and a relation in under two minutes, and works as the others', async () => {
    const page = await visit('/settings/objects', { email: company.email });
    const hand = practised(page);
    await hand.click(page.getByRole('button', { name: 'Thêm đối tượng' }));
    const focused = page.locator(':focus');
    const made = page.getByRole('dialog', { name: 'Thêm đối tượng' });
    await made.getByLabel('Tên tiếng Việt').and(focused).waitFor();
    await hand.type('Hợp đồng bảo trì');
    await hand.press('Tab');
    await hand.type('Service contract');
    await hand.press('Enter');
    await page.getByRole('heading', { name: 'Hợp đồng bảo trì', level: 1 }).waitFor();

    const panel = page.getByRole('dialog', { name: 'Thêm trường' });
    await hand.click(page.getByRole('button', { name: 'Thêm trường', exact: true }).first());
    // The one that Enter takes.
    const marked = (name: string) =>
      page.getByRole('option', { name, exact: true }).and(page.locator('[data-combobox-selected]'));
    const add = async (name: string, kind: string, more?: () => Promise<void>) => {
      await panel.getByLabel('Tên tiếng Việt').and(focused).waitFor();
      await hand.type(name);
      await hand.press('Tab', 'Tab');
      await hand.type(kind);
      await marked(kind).waitFor();
      await hand.press('Enter');
      await more?.();
    };
    const next = () => hand.press('Control+Enter');
    await add('Bên mua', 'Nối tới một bản ghi', async () => {
      await hand.press('Tab');
      await hand.type('Khách hàng');
      await marked('Khách hàng').waitFor();
      await hand.press('Enter');
    });
    await next();
    await add('Giá trị', 'Số tiền');
    await next();
    await add('Ngày ký', 'Ngày');
    await next();
    await add('Năm bảo trì', 'Số nguyên', () =>
      hand.click(panel.getByLabel('Viết liền, không dấu chấm: năm, mã số')),
    );
    await next();
    await add('Ghi chú', 'Chữ, nhiều dòng');
    await next();
    await add('Tình trạng', 'Chọn một', async () => {
      await hand.click(panel.getByRole('button', { name: 'Thêm lựa chọn' }));
      await hand.type('Đang chạy');
      await hand.press('Enter');
      await hand.type('Hết hạn');
    });
    await inspect(page);
    await hand.click(panel.getByRole('button', { name: 'Xong', exact: true }));
    await panel.waitFor({ state: 'detached' });

    // The layout: what matters first, a section of its own for the rest.
    await hand.click(handle(page, 'Tình trạng'));
    await hand.press('ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp');
    await hand.click(page.getByRole('button', { name: 'Lưu', exact: true }));
    await page.getByText('Đã lưu').waitFor();
    expect(hand.took()).toBeLessThan(120);
    await expect
      .poll(() => fieldsOf(page, 'Thông tin'))
      .toEqual(['Tên', 'Bên mua', 'Tình trạng', 'Giá trị', 'Ngày ký', 'Năm bảo trì', 'Ghi chú']);
    await inspect(page);

    await page.getByRole('link', { name: 'Mở danh sách' }).click();
    await page.getByRole('heading', { name: 'Chưa có hợp đồng bảo trì nào' }).waitFor();
    await page.getByRole('button', { name: 'Thêm hợp đồng bảo trì' }).click();
    const form = page.getByRole('dialog', { name: 'Thêm hợp đồng bảo trì' });
    await form.getByLabel('Tên').fill('Bảo trì lò nung 2026');
    await form.getByLabel('Giá trị').fill('1tr5');
    await form.getByLabel('Năm bảo trì').fill('2026');
    await form.getByLabel('Bên mua').fill('gom bat');
    await page.getByRole('option', { name: /Gốm Bát Tràng/ }).click();
    await form.getByRole('combobox', { name: 'Tình trạng' }).click();
    await page.getByRole('option', { name: 'Đang chạy' }).click();
    await inspect(page);
    await form.getByRole('button', { name: 'Lưu', exact: true }).click();
    await form.waitFor({ state: 'detached' });

    await page.goto('/service-contract');
    await page.getByRole('grid').getByText('2026', { exact: true }).waitFor();
    await page.getByRole('grid').getByRole('link', { name: 'Bảo trì lò nung 2026' }).click();
    await page.getByRole('heading', { name: 'Bảo trì lò nung 2026', level: 1 }).waitFor();
    await page.getByText('1.500.000 ₫').first().waitFor();
    await page.getByText('Đang chạy').first().waitFor();
    await page.getByRole('link', { name: 'Gốm Bát Tràng' }).first().click();
    await page.getByRole('heading', { name: 'Gốm Bát Tràng', level: 1 }).waitFor();
    const { items } = await company.api<{ items: unknown[] }>('GET', 'service-contract');
    expect(items).toMatchObject([
      { name: 'Bảo trì lò nung 2026', giaTri: { amount: '1500000', currency: 'VND' } },
    ]);
  });

  it('tells while its key is typed that it is taken', async () => {
    const page = await visit('/settings/objects', { email: company.email });
    await page.getByRole('button', { name: 'Thêm đối tượng' }).click();
    await page.getByLabel('Tên tiếng Việt').fill('Bạn hàng');
    await page.getByRole('button', { name: 'Thêm chi tiết' }).click();
    await page.getByLabel('Mã').fill('account');
    await page.getByText('Đã có đối tượng dùng mã này.').waitFor();
    await page.getByLabel('Mã').fill('partner');
    await page.getByText('Đã có đối tượng dùng mã này.').waitFor({ state: 'detached' });
    await page.getByLabel('Đường dẫn').fill('settings');
    await page.getByText('Đã có đối tượng hay trang dùng đường dẫn này.').waitFor();
  });

  it('can be a part of another record, which says who sees it', async () => {
    const page = await visit('/settings/objects', { email: company.email });
    await page.getByRole('button', { name: 'Thêm đối tượng' }).click();
    await page.getByLabel('Tên tiếng Việt').fill('Lần giao');
    await page.getByLabel('Là một phần của đối tượng khác').check();
    await page.getByRole('combobox', { name: 'Là một phần của', exact: true }).fill('Khách');
    await page.getByRole('option', { name: 'Khách hàng', exact: true }).click();
    await inspect(page);
    await page.getByRole('button', { name: 'Tạo đối tượng' }).click();
    await page.getByRole('heading', { name: 'Lần giao', level: 1 }).waitFor();
    await expect.poll(() => fieldsOf(page, 'Thông tin')).toEqual(['Tên', 'Khách hàng']);
    const { objects } = await company.api<{ objects: { key: string; reach: unknown }[] }>(
      'GET',
      'model',
    );
    expect(objects.find(({ key }) => key === 'lanGiao')?.reach).toEqual({ through: 'account' });
  });
});

describe('changes of an object', () => {
  it('order fields by keys and by mouse, over sections that are made, named and taken away', async () => {
    await makeObject('shelf', 'Kệ');
    const page = await visit('/settings/objects/shelf', { email: company.email });
    await handle(page, 'Cỡ').press('ArrowUp');
    await expect.poll(() => fieldsOf(page, 'Thông tin')).toEqual(['Tên', 'Cỡ', 'Màu']);
    await page.getByText('Cỡ ở vị trí 2 của Thông tin').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Thêm phần' }).click();
    await page.getByRole('button', { name: 'Việc khác với phần Phần mới' }).click();
    await page.getByRole('menuitem', { name: 'Đổi tên phần' }).click();
    await page.getByLabel('Tên tiếng Việt').fill('Hình dáng');
    await page.getByRole('button', { name: 'Xong' }).click();
    const from = await handle(page, 'Màu').boundingBox();
    const to = await page.getByRole('region', { name: 'Hình dáng' }).boundingBox();
    if (!from || !to) throw new Error('nothing to drag');
    await page.mouse.move(from.x + 8, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 8, from.y + 40, { steps: 4 });
    await page.mouse.move(to.x + 60, to.y + 52, { steps: 8 });
    await page.mouse.up();
    await expect.poll(() => fieldsOf(page, 'Hình dáng')).toEqual(['Màu']);
    await handle(page, 'Hình dáng').press('ArrowUp');
    await inspect(page);
    await save(page);
    type Layouts = { items: { definition: { sections: { fields: string[] }[] } }[] };
    const { items } = await company.api<Layouts>('GET', 'settings/objects/shelf/layouts');
    expect(items[0]?.definition.sections.map(({ fields }) => fields)).toEqual([
      ['name', 'size'],
      ['colour'],
      ['owner', 'team'],
    ]);
    await page.getByRole('button', { name: 'Việc khác với phần Hình dáng' }).click();
    await page.getByRole('menuitem', { name: 'Bỏ phần, giữ trường' }).click();
    await page.getByRole('region', { name: 'Hình dáng' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Bỏ thay đổi' }).click();
    await page.getByRole('region', { name: 'Hình dáng' }).waitFor();
  });

  it('are followed by the preview, and survive a reload', async () => {
    await makeObject('lamp', 'Đèn');
    const page = await visit('/settings/objects/lamp', { email: company.email });
    await page.getByRole('button', { name: 'Màu', exact: true }).click();
    const panel = page.getByRole('dialog', { name: 'Sửa trường Màu' });
    await panel.getByLabel('Tên tiếng Việt').fill('Màu sơn');
    await panel.getByLabel('Bắt buộc').check();
    await panel.getByRole('button', { name: 'Thêm chi tiết' }).click();
    await panel.getByLabel('Lời giải thích, tiếng Việt').fill('Theo bảng màu');
    await panel.getByLabel('Giá trị có sẵn khi tạo').fill('trắng');
    await panel.getByRole('button', { name: 'Xong', exact: true }).click();
    const look = page.getByRole('complementary', { name: 'Xem trước' });
    await look.getByText('Theo bảng màu').waitFor();
    await page.reload();
    await page.getByText('1 thay đổi chưa lưu').waitFor();
    await look.getByText('Theo bảng màu').waitFor();
    await save(page);
    const { items } = await company.api<{ items: unknown[] }>(
      'GET',
      'settings/objects/lamp/fields',
    );
    expect(items[1]).toMatchObject({
      label: { vi: 'Màu sơn', en: 'Colour' },
      required: true,
      help: { vi: 'Theo bảng màu' },
      default: 'trắng',
    });
  });

  it('are kept and told when somebody else has saved meanwhile', async () => {
    await makeObject('chair', 'Ghế');
    const page = await visit('/settings/objects/chair', { email: company.email });
    await page.getByRole('tab', { name: 'Tên gọi' }).click();
    await page.getByLabel('Tên tiếng Việt').fill('Ghế gỗ');
    await company.api('PATCH', 'settings/objects/chair/fields/size', {
      label: { vi: 'Kích thước', en: 'Size' },
    });
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Có người vừa đổi đối tượng này trong lúc bạn sửa.').waitFor();
    await inspect(page);
    await page.getByRole('button', { name: 'Giữ phần của tôi' }).click();
    await save(page);
    await page.getByRole('tab', { name: 'Trường' }).click();
    await expect.poll(() => fieldsOf(page, 'Thông tin')).toEqual(['Tên', 'Màu', 'Kích thước']);
    await page.getByRole('heading', { name: 'Ghế', level: 1 }).waitFor();
  });

  it('put a field away after saying how many records have it, and bring it back', async () => {
    await makeObject('table', 'Bàn');
    await company.api('POST', 'table', { name: 'Một', colour: 'nâu' });
    await company.api('POST', 'table', { name: 'Hai' });
    const page = await visit('/settings/objects/table', { email: company.email });
    await page.getByRole('button', { name: 'Việc khác với trường Màu' }).click();
    await page.getByRole('menuitem', { name: 'Cất đi' }).click();
    await page.getByText('1 bản ghi đang có.').waitFor();
    await inspect(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Cất đi' }).click();
    await page.getByRole('region', { name: 'Trường đã cất' }).getByText('Màu').waitFor();
    await page.getByRole('button', { name: 'Lấy lại Màu' }).click();
    await page.getByRole('region', { name: 'Trường đã cất' }).waitFor({ state: 'detached' });
    await expect.poll(() => fieldsOf(page, 'Thông tin')).toEqual(['Tên', 'Màu', 'Cỡ']);
    await page.getByRole('button', { name: 'Việc khác với đối tượng' }).click();
    await page.getByRole('menuitem', { name: 'Cất đối tượng đi' }).click();
    await page.getByText('2 bản ghi đang có.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cất đi' }).click();
    await page.getByText('Đối tượng này đã cất đi').waitFor();
    await page.getByRole('main').getByRole('button', { name: 'Lấy lại' }).click();
    await page.getByRole('tab', { name: 'Trường' }).waitFor();
  });

  it('may be for one role: what it is asked, what it sees first and which lists follow', async () => {
    await makeObject('bowl', 'Bát');
    const page = await visit('/settings/objects/bowl', { email: company.email });
    await page.getByRole('combobox', { name: 'Bố cục cho' }).click();
    await page.getByRole('option', { name: 'Nhân viên' }).click();
    await page.getByText('Đang theo bố cục chung.').waitFor();
    await page.getByRole('tab', { name: 'Biểu mẫu và trang' }).click();
    const choose = async (list: string, name: string) => {
      await page.getByRole('combobox', { name: `${list}: Thêm` }).click();
      await page.getByRole('option', { name, exact: true }).click();
    };
    await choose('Bắt buộc thêm', 'Màu');
    await choose('Thông tin chính', 'Cỡ');
    const facts = page.getByRole('region', { name: 'Thông tin chính', exact: true });
    await facts.getByRole('button', { name: 'Kéo Cỡ, hoặc dùng phím lên xuống' }).press('ArrowUp');
    await page.getByRole('tab', { name: 'Danh sách' }).click();
    await choose('Cột của danh sách', 'Màu');
    await inspect(page);
    await save(page);
    const { items: roles } = await company.api<{ items: { id: string; name: string }[] }>(
      'GET',
      'roles',
    );
    type Layouts = { items: { role: string; definition: unknown }[] };
    const { items } = await company.api<Layouts>('GET', 'settings/objects/bowl/layouts');
    expect(items).toEqual([
      {
        role: roles.find(({ name }) => name === 'Nhân viên')?.id,
        definition: { required: ['colour'], facts: ['size', 'name'] },
      },
    ]);
    await page.getByRole('button', { name: 'Bỏ bố cục riêng' }).click();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect
      .poll(async () => (await company.api<Layouts>('GET', 'settings/objects/bowl/layouts')).items)
      .toEqual([]);
  });

  it('order options and put one away that records have, which keep it', async () => {
    await makeObject('vase', 'Bình');
    const option = (value: string, vi: string) => ({ value, label: { vi, en: value } });
    await company.api('POST', 'settings/objects/vase/fields', {
      key: 'state',
      kind: 'select',
      label: { vi: 'Tình trạng', en: 'State' },
      options: [option('new', 'Mới'), option('worn', 'Cũ'), option('broken', 'Vỡ')],
    });
    await company.api('POST', 'vase', { name: 'Một', state: 'broken' });
    const page = await visit('/settings/objects/vase', { email: company.email });
    await page.getByRole('button', { name: 'Tình trạng', exact: true }).click();
    const panel = page.getByRole('dialog', { name: 'Sửa trường Tình trạng' });
    await panel.getByRole('button', { name: /^Kéo Vỡ/ }).press('ArrowUp');
    await panel.getByRole('button', { name: 'Cất Vỡ đi' }).click();
    const ask = page.getByRole('dialog', { name: 'Cất lựa chọn Vỡ?' });
    await ask.getByText('1 bản ghi đang có.').waitFor();
    await ask.getByRole('button', { name: 'Cất đi' }).click();
    await panel.getByRole('button', { name: 'Dùng lại Vỡ' }).waitFor();
    await inspect(page);
    await panel.getByRole('button', { name: 'Xong', exact: true }).click();
    await save(page);
    type Fields = { items: { key: string; options?: unknown[] }[] };
    const { items } = await company.api<Fields>('GET', 'settings/objects/vase/fields');
    expect(items.find(({ key }) => key === 'state')?.options).toEqual([
      option('new', 'Mới'),
      { ...option('broken', 'Vỡ'), archived: true },
      option('worn', 'Cũ'),
    ]);
    const { items: records } = await company.api<{ items: { state: string }[] }>('GET', 'vase');
    expect(records[0]?.state).toBe('broken');
  });
});

describe('a form that is open somewhere else', () => {
  it('keeps what was typed when its field, then its object, is put away', async () => {
    await makeObject('clock', 'Đồng hồ');
    const page = await visit('/clock', { email: company.email });
    await page.getByRole('heading', { name: 'Chưa có đồng hồ nào' }).waitFor();
    await page.getByRole('button', { name: 'Thêm đồng hồ' }).click();
    const form = page.getByRole('dialog', { name: 'Thêm đồng hồ' });
    await form.getByLabel('Tên').fill('Quả lắc');
    await form.getByRole('button', { name: 'Thêm thông tin' }).click();
    await form.getByLabel('Màu').fill('gỗ gụ');
    await company.api('DELETE', 'settings/objects/clock/fields/colour');
    await form.getByText('Màu: gỗ gụ').waitFor();
    await inspect(page);
    await company.api('DELETE', 'settings/objects/clock');
    await form.getByText('không còn').first().waitFor();
    expect(await form.getByLabel('Tên').inputValue()).toBe('Quả lắc');
  });
});
