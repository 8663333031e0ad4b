import { defineObject, type ObjectDefinition } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';
import { defineRules, type Rules } from '../records/rules.ts';

/** Toys stand for any business: the engine's own tests know no noun of a CRM. Here: every kind of field. */
export const box = defineObject({
  key: 'box',
  path: 'boxes',
  label: { vi: 'Hộp', en: 'Box' },
  pluralLabel: { vi: 'Hộp', en: 'Boxes' },
  title: 'name',
  reach: 'owned',
  participants: ['helpers'],
  indexes: [['owner', 'madeOn']],
  search: ['name', 'code', 'phones', 'emails', 'notes'],
  duplicates: [
    { field: 'name', match: 'companyName', score: 60 },
    { field: 'phones', match: 'exact', score: 80 },
  ],
  fields: {
    code: f.autoNumber({ vi: 'Mã', en: 'Code' }, { pattern: 'BX-{0000}' }),
    name: f.text({ vi: 'Tên', en: 'Name' }, { required: true, index: true, max: 200 }),
    serial: f.text({ vi: 'Số máy', en: 'Serial' }, { unique: true }),
    notes: f.longText({ vi: 'Ghi chú', en: 'Notes' }),
    page: f.richText({ vi: 'Bài viết', en: 'Page' }),
    pieces: f.number({ vi: 'Số lượng', en: 'Pieces' }, { index: true }),
    weightKg: f.decimal({ vi: 'Nặng (kg)', en: 'Weight (kg)' }, { scale: 3 }),
    price: f.money({ vi: 'Giá', en: 'Price' }, { index: true }),
    discount: f.percent({ vi: 'Giảm giá', en: 'Discount' }),
    fragile: f.boolean({ vi: 'Dễ vỡ', en: 'Fragile' }),
    madeOn: f.date({ vi: 'Ngày làm', en: 'Made on' }, { index: true }),
    seenAt: f.dateTime({ vi: 'Lần thấy cuối', en: 'Last seen' }),
    packing: f.duration({ vi: 'Thời gian gói', en: 'Packing time' }),
    colour: f.select(
      { vi: 'Màu', en: 'Colour' },
      {
        index: true,
        options: [
          { value: 'red', label: { vi: 'Đỏ', en: 'Red' } },
          { value: 'green', label: { vi: 'Xanh lá', en: 'Green' } },
          { value: 'blue', label: { vi: 'Xanh dương', en: 'Blue' } },
        ],
      },
    ),
    uses: f.multiSelect(
      { vi: 'Công dụng', en: 'Uses' },
      {
        options: [
          { value: 'gift', label: { vi: 'Quà', en: 'Gift' } },
          { value: 'store', label: { vi: 'Cất giữ', en: 'Storage' } },
        ],
      },
    ),
    marks: f.tags({ vi: 'Nhãn', en: 'Tags' }),
    parent: f.relation({ vi: 'Hộp ngoài', en: 'Outer box' }, { to: 'box' }),
    neighbours: f.relations({ vi: 'Hộp bên', en: 'Neighbours' }, { to: 'box' }),
    about: f.links({ vi: 'Liên quan tới', en: 'About' }),
    packer: f.member({ vi: 'Người gói', en: 'Packer' }),
    helpers: f.members({ vi: 'Người phụ', en: 'Helpers' }),
    crew: f.team({ vi: 'Tổ', en: 'Crew' }),
    email: f.email({ vi: 'E-mail', en: 'E-mail' }),
    emails: f.emails({ vi: 'Các e-mail', en: 'E-mails' }),
    phone: f.phone({ vi: 'Điện thoại', en: 'Phone' }),
    phones: f.phones({ vi: 'Các số điện thoại', en: 'Phones' }),
    website: f.url({ vi: 'Trang web', en: 'Website' }),
    place: f.address({ vi: 'Nơi để', en: 'Place' }),
    maker: f.fullName({ vi: 'Người làm', en: 'Maker' }),
    photo: f.file({ vi: 'Ảnh', en: 'Photo' }),
    papers: f.files({ vi: 'Giấy tờ', en: 'Papers' }),
    stars: f.rating({ vi: 'Điểm', en: 'Stars' }),
    extra: f.json({ vi: 'Dữ liệu thêm', en: 'Extra' }),
  },
});

/** Reached through the box it lies in. */
export const toy = defineObject({
  key: 'toy',
  path: 'toys',
  label: { vi: 'Đồ chơi', en: 'Toy' },
  pluralLabel: { vi: 'Đồ chơi', en: 'Toys' },
  title: 'name',
  reach: { through: 'box' },
  fields: {
    name: f.text({ vi: 'Tên', en: 'Name' }, { required: true }),
    box: f.relation({ vi: 'Hộp', en: 'Box' }, { to: 'box', required: true }),
    pieces: f.number({ vi: 'Số mảnh', en: 'Pieces' }),
  },
});

/** Belongs to everyone. */
export const colourCard = defineObject({
  key: 'colourCard',
  path: 'colour-cards',
  label: { vi: 'Thẻ màu', en: 'Colour card' },
  pluralLabel: { vi: 'Thẻ màu', en: 'Colour cards' },
  title: 'name',
  reach: 'shared',
  fields: { name: f.text({ vi: 'Tên', en: 'Name' }, { required: true }) },
});

export const toyObjects: readonly ObjectDefinition[] = [box, toy, colourCard];

/** A toy has at most ten thousand pieces, however it comes in. */
export const toyRules: Rules = new Map([
  defineRules(toy, {
    beforeWrite: (_ctx, changes) =>
      changes.flatMap(({ after }, index) =>
        (after.pieces ?? 0) > 10_000
          ? [{ index, path: 'pieces', code: 'tooLarge' as const, params: { max: 10_000 } }]
          : [],
      ),
  }),
]);
