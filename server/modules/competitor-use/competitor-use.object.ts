import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';

export const competitorUse = defineObject({
  key: 'competitorUse',
  path: 'competitor-uses',
  label: { vi: 'Hàng đối thủ đang dùng', en: 'Competitor in use' },
  pluralLabel: { vi: 'Hàng đối thủ đang dùng', en: 'Competitors in use' },
  title: 'supplier',
  reach: { through: 'account' },
  search: ['supplier', 'product', 'notes'],
  list: ['supplier', 'account', 'product', 'satisfaction', 'contractEndsOn'],
  quickCreate: ['account', 'supplier', 'product', 'satisfaction'],
  views: [
    {
      key: 'dissatisfied',
      label: { vi: 'Không hài lòng với bên đang dùng', en: 'Not satisfied with what they use' },
      where: { field: 'satisfaction', op: 'lte', value: 2 },
      sort: 'satisfaction',
    },
    {
      key: 'endingSoon',
      label: { vi: 'Sắp hết hợp đồng với đối thủ', en: 'Contract with a competitor ends soon' },
      where: { field: 'contractEndsOn', op: 'eq', value: { relative: 'next90Days' } },
      sort: 'contractEndsOn',
    },
  ],
  fields: {
    account: f.relation(
      { vi: 'Khách hàng', en: 'Account' },
      {
        to: 'account',
        required: true,
        inverse: { label: { vi: 'Hàng đối thủ đang dùng', en: 'Competitors in use' } },
      },
    ),
    supplier: f.text(
      { vi: 'Nhà cung cấp đang dùng', en: 'Supplier they use' },
      { required: true, index: true },
    ),
    competitor: f.relation(
      { vi: 'Hồ sơ đối thủ', en: "Competitor's record" },
      {
        to: 'account',
        inverse: { label: { vi: 'Khách hàng đang dùng của họ', en: 'Accounts that use them' } },
      },
    ),
    product: f.text({ vi: 'Sản phẩm, dịch vụ', en: 'Product or service' }, { index: true }),
    satisfaction: f.rating({ vi: 'Mức độ hài lòng', en: 'Satisfaction' }, { index: true }),
    usedSince: f.date({ vi: 'Dùng từ ngày', en: 'Used since' }),
    contractEndsOn: f.date({ vi: 'Hết hợp đồng ngày', en: 'Contract ends on' }, { index: true }),
    notes: f.longText({ vi: 'Nhận xét của khách', en: 'How it is going' }),
  },
});
