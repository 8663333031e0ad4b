import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';

export const firstYear = 1900;
/** A plan may be known some years ahead. */
export const yearsAhead = 5;

export const yearlyFinance = defineObject({
  key: 'yearlyFinance',
  path: 'yearly-finances',
  label: { vi: 'Tình hình tài chính năm', en: 'Yearly finance' },
  pluralLabel: { vi: 'Tình hình tài chính hằng năm', en: 'Yearly finances' },
  title: 'year',
  reach: { through: 'account' },
  unique: [['account', 'year']],
  search: ['source', 'notes'],
  list: ['year', 'account', 'revenue', 'profit', 'assets', 'source'],
  quickCreate: ['account', 'year', 'revenue', 'profit', 'assets'],
  fields: {
    account: f.relation(
      { vi: 'Khách hàng', en: 'Account' },
      {
        to: 'account',
        required: true,
        inverse: { label: { vi: 'Tài chính hằng năm', en: 'Yearly finances' } },
      },
    ),
    year: f.number(
      { vi: 'Năm', en: 'Year' },
      { required: true, min: firstYear, index: true, plain: true },
    ),
    revenue: f.money({ vi: 'Doanh thu', en: 'Revenue' }, { index: true }),
    profit: f.money({ vi: 'Lợi nhuận', en: 'Profit' }, { index: true }),
    assets: f.money({ vi: 'Tổng tài sản', en: 'Assets' }),
    source: f.text({ vi: 'Nguồn số liệu', en: 'Source' }),
    notes: f.longText({ vi: 'Ghi chú', en: 'Notes' }),
  },
});
