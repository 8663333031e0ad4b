import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';

export const need = defineObject({
  key: 'need',
  path: 'needs',
  label: { vi: 'Nhu cầu', en: 'Need' },
  pluralLabel: { vi: 'Nhu cầu', en: 'Needs' },
  title: 'name',
  reach: { through: 'account' },
  search: ['name', 'products', 'details'],
  list: ['name', 'account', 'products', 'budget', 'neededBy', 'status'],
  quickCreate: ['account', 'name', 'products', 'budget', 'neededBy'],
  views: [
    {
      key: 'open',
      label: { vi: 'Nhu cầu chưa đáp ứng', en: 'Open needs' },
      where: { field: 'status', op: 'eq', value: 'open' },
      sort: 'neededBy',
    },
  ],
  fields: {
    account: f.relation(
      { vi: 'Khách hàng', en: 'Account' },
      { to: 'account', required: true, inverse: { label: { vi: 'Nhu cầu', en: 'Needs' } } },
    ),
    name: f.text({ vi: 'Nội dung nhu cầu', en: 'What they need' }, { required: true, index: true }),
    products: f.tags({ vi: 'Sản phẩm, dịch vụ', en: 'Products and services' }),
    details: f.longText({ vi: 'Chi tiết', en: 'Details' }),
    budget: f.money({ vi: 'Ngân sách', en: 'Budget' }, { min: '0', index: true }),
    neededBy: f.date({ vi: 'Cần trước ngày', en: 'Needed by' }, { index: true }),
    status: f.select(
      { vi: 'Trạng thái', en: 'Status' },
      {
        default: 'open',
        required: true,
        index: true,
        options: [
          { value: 'open', label: { vi: 'Chưa đáp ứng', en: 'Open' }, color: 'blue' },
          { value: 'met', label: { vi: 'Đã đáp ứng', en: 'Met' }, color: 'green' },
          { value: 'dropped', label: { vi: 'Không còn nhu cầu', en: 'Dropped' }, color: 'slate' },
        ],
      },
    ),
  },
});
