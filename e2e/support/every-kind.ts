import type { Page } from 'playwright-core';
import type { FieldKind } from '#shared/fields/index.ts';

/** Kinds that people write: `json` is for programs, an `autoNumber` is given. */
export type WrittenKind = Exclude<FieldKind, 'json' | 'autoNumber'>;

/** A field in the dialog, panel or line that a person has before them. */
export interface Box {
  page: Page;
  /** Within it stand the field's boxes and nothing else that is called the same. */
  within: ReturnType<Page['locator']>;
  label: string;
}

export interface Written {
  /** Options of the kind, when the field needs some. */
  options?: Record<string, unknown>;
  /** As a person writes it, the hands on the keys wherever keys do it. */
  write: (box: Box) => Promise<void>;
  /** As it stands on the page. */
  shows: string;
  /** What cannot be taken, and what is said of it. */
  wrong?: { typed: string; says: string };
}

const textbox = ({ within, label }: Box) =>
  within.getByRole('textbox', { name: label, exact: true });

const typed =
  (text: string) =>
  async (box: Box): Promise<void> => {
    await textbox(box).fill(text);
  };

/** Found by words without accents; the first is one Enter away. */
const picked =
  (q: string, found: string) =>
  async ({ page, within, label }: Box): Promise<void> => {
    const box = within.getByLabel(label, { exact: true }).and(within.locator('input'));
    await box.click();
    await box.fill(q);
    // The one that Enter takes is marked.
    const marked = page.locator('[data-combobox-selected]');
    await page.getByRole('option', { name: found }).and(marked).waitFor();
    await box.press('Enter');
  };

const option = (value: string, vi: string) => ({ value, label: { vi, en: vi } });
const cities = {
  options: [option('hcm', 'Hồ Chí Minh'), option('hn', 'Hà Nội'), option('dn', 'Đà Nẵng')],
};

const uploaded = async ({ within, label }: Box): Promise<void> => {
  const group = within.getByRole('group', { name: label, exact: true });
  const chosen = { name: 'báo giá.txt', mimeType: 'text/plain', buffer: Buffer.from('1.250.000') };
  await group.locator('input[type=file]').setInputFiles(chosen);
  // In its box, or already as what is saved.
  await within.getByText('báo giá.txt', { exact: true }).waitFor();
};

/** What every kind is held to where people write: the compiler asks for a line per kind. */
export const everyKind: Record<WrittenKind, Written> = {
  text: { write: typed('Gốm  Bát Tràng'), shows: 'Gốm Bát Tràng' },
  longText: { write: typed('Dòng một\nDòng hai'), shows: 'Dòng một Dòng hai' },
  richText: {
    async write(box) {
      await textbox(box).click();
      await box.page.keyboard.press('Control+b');
      await box.page.keyboard.type('Đậm');
    },
    shows: 'Đậm',
  },
  number: {
    write: typed('1.200'),
    shows: '1.200',
    wrong: { typed: 'nhiều', says: 'Chưa hiểu “nhiều”' },
  },
  decimal: {
    options: { scale: 2 },
    write: typed('12,5'),
    shows: '12,5',
    wrong: { typed: '1,2,3', says: 'Chưa hiểu “1,2,3”' },
  },
  money: { write: typed('1tr5'), shows: '1.500.000 ₫', wrong: { typed: '5 xu', says: '1tr5' } },
  percent: { write: typed('12,5%'), shows: '12,5%', wrong: { typed: 'nửa', says: '15%' } },
  boolean: {
    write: ({ within, label }) => within.getByRole('checkbox', { name: label }).press('Space'),
    shows: 'Có',
  },
  date: {
    write: typed('5/3/2026'),
    shows: '05/03/2026',
    wrong: { typed: '31/02', says: 'Chưa hiểu “31/02”' },
  },
  dateTime: {
    write: typed('5/3/2026 14h30'),
    shows: '05/03/2026 14:30',
    wrong: { typed: '25:00', says: 'Chưa hiểu “25:00”' },
  },
  duration: { write: typed('1h30'), shows: '1 giờ 30 phút', wrong: { typed: 'lâu', says: '1h30' } },
  select: { options: cities, write: picked('ha noi', 'Hà Nội'), shows: 'Hà Nội' },
  multiSelect: { options: cities, write: picked('da nang', 'Đà Nẵng'), shows: 'Đà Nẵng' },
  tags: {
    async write({ within, label }) {
      const box = within.getByLabel(label, { exact: true }).and(within.locator('input'));
      await box.fill('khách quen');
      await box.press('Enter');
    },
    shows: 'khách quen',
  },
  relation: { options: { to: 'account' }, write: picked('gom', 'Gốm'), shows: 'Gốm Việt' },
  relations: { options: { to: 'account' }, write: picked('gom', 'Gốm'), shows: 'Gốm Việt' },
  links: { write: picked('gom', 'Gốm'), shows: 'Gốm Việt' },
  member: { write: picked('thuy', 'Thuỷ'), shows: 'Lê Thuỷ' },
  members: { write: picked('thuy', 'Thuỷ'), shows: 'Lê Thuỷ' },
  team: { write: picked('ban si', 'Bán sỉ'), shows: 'Bán sỉ' },
  email: {
    write: typed('mai@gom.example'),
    shows: 'mai@gom.example',
    wrong: { typed: 'mai@', says: 'Không phải địa chỉ email' },
  },
  emails: {
    async write({ within, label }) {
      await within.getByRole('textbox', { name: label, exact: true }).fill('mai@gom.example');
      await within.getByRole('button', { name: 'Thêm', exact: true }).click();
      await within.getByRole('textbox', { name: `${label} 2` }).fill('lan@gom.example');
    },
    shows: 'lan@gom.example',
  },
  phone: {
    write: typed('0912345678'),
    shows: '0912 345 678',
    wrong: { typed: '123', says: 'Không phải số điện thoại' },
  },
  phones: { write: typed('028 3825 1234'), shows: '028 3825 1234' },
  url: {
    write: typed('gom.example/a'),
    shows: 'gom.example/a',
    wrong: { typed: 'javascript:alert(1)', says: 'Không phải địa chỉ trang web' },
  },
  address: {
    async write({ page, within, label }) {
      await within.getByRole('textbox', { name: label, exact: true }).fill('12 Lý Thường Kiệt');
      const province = within.getByRole('combobox', { name: 'Tỉnh, thành phố' });
      // As it was called before it became a part of another.
      await province.fill('binh duong');
      await page.getByRole('option', { name: 'Hồ Chí Minh' }).click();
      const ward = within.getByRole('combobox', { name: 'Phường, xã' });
      await ward.fill('ben thanh');
      await page.getByRole('option', { name: 'Bến Thành' }).click();
    },
    shows: '12 Lý Thường Kiệt, Bến Thành,',
  },
  fullName: { write: typed('Nguyễn Thị Minh Khai'), shows: 'Nguyễn Thị Minh Khai' },
  file: { write: uploaded, shows: 'báo giá.txt' },
  files: { write: uploaded, shows: 'báo giá.txt' },
  rating: {
    write: ({ within, label }) =>
      within
        .getByRole('radiogroup', { name: label, exact: true })
        .getByRole('radio')
        .first()
        .press('2'),
    shows: '★★',
  },
};
