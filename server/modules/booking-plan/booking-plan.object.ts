import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';

export const bookingPlan = defineObject({
  key: 'bookingPlan',
  path: 'booking-plans',
  label: { vi: 'Kế hoạch đặt hàng', en: 'Booking plan' },
  pluralLabel: { vi: 'Kế hoạch đặt hàng', en: 'Booking plans' },
  title: 'name',
  reach: { through: 'account' },
  search: ['name', 'details'],
  list: ['name', 'account', 'budget', 'expectedOn', 'status'],
  quickCreate: ['account', 'name', 'budget', 'expectedOn'],
  views: [
    {
      key: 'next90Days',
      label: { vi: 'Dự kiến trong 90 ngày tới', en: 'Expected in the next 90 days' },
      where: {
        and: [
          { field: 'status', op: 'eq', value: 'planned' },
          { field: 'expectedOn', op: 'eq', value: { relative: 'next90Days' } },
        ],
      },
      sort: 'expectedOn',
    },
    {
      key: 'overdue',
      label: { vi: 'Quá hạn dự kiến', en: 'Past the expected day' },
      where: {
        and: [
          { field: 'status', op: 'eq', value: 'planned' },
          { field: 'expectedOn', op: 'lt', value: { relative: 'today' } },
        ],
      },
      sort: 'expectedOn',
    },
  ],
  fields: {
    account: f.relation(
      { vi: 'Khách hàng', en: 'Account' },
      {
        to: 'account',
        required: true,
        inverse: { label: { vi: 'Kế hoạch đặt hàng', en: 'Booking plans' } },
      },
    ),
    name: f.text(
      { vi: 'Dự kiến đặt gì', en: 'What they expect to book' },
      { required: true, index: true },
    ),
    details: f.longText({ vi: 'Chi tiết', en: 'Details' }),
    budget: f.money({ vi: 'Ngân sách', en: 'Budget' }, { min: '0', index: true }),
    expectedOn: f.date({ vi: 'Dự kiến vào ngày', en: 'Expected on' }, { index: true }),
    status: f.select(
      { vi: 'Trạng thái', en: 'Status' },
      {
        default: 'planned',
        required: true,
        index: true,
        options: [
          { value: 'planned', label: { vi: 'Dự kiến', en: 'Planned' }, color: 'blue' },
          { value: 'booked', label: { vi: 'Đã đặt', en: 'Booked' }, color: 'green' },
          { value: 'dropped', label: { vi: 'Đã bỏ', en: 'Dropped' }, color: 'slate' },
        ],
      },
    ),
  },
});
