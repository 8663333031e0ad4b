import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';

/** Customers that nobody moved, as they were on the day it was made; its owner is the manager it was made for. */
export const stalledSheet = defineObject({
  key: 'stalledSheet',
  path: 'stalled-sheets',
  label: { vi: 'Phiếu khách bị bỏ quên', en: 'Sheet of stalled customers' },
  pluralLabel: { vi: 'Phiếu khách bị bỏ quên', en: 'Sheets of stalled customers' },
  title: 'name',
  reach: 'owned',
  inNavigation: false,
  list: ['name', 'madeAt', 'customers', 'valueAtRisk', 'owner'],
  fields: {
    name: f.text({ vi: 'Tên phiếu', en: 'Name' }, { required: true }),
    month: f.date({ vi: 'Tháng', en: 'Month' }, { readOnly: true }),
    madeAt: f.dateTime({ vi: 'Lập lúc', en: 'Made at' }, { readOnly: true, index: true }),
    customers: f.number({ vi: 'Số khách hàng', en: 'Customers' }, { readOnly: true }),
    left: f.number(
      { vi: 'Còn lại ngoài phiếu', en: 'Left out' },
      {
        readOnly: true,
        help: {
          vi: 'Một phiếu ghi nhiều nhất 2.000 khách hàng, giá trị lớn trước',
          en: 'A sheet holds at most 2,000 customers, those of most value first',
        },
      },
    ),
    valueAtRisk: f.money({ vi: 'Giá trị có nguy cơ mất', en: 'Value at risk' }, { readOnly: true }),
  },
});
