import { contacting, openStatuses } from '#shared/activity.ts';
import type { TimelineRule, ViewDefinition } from '#shared/define.ts';

const mine = { field: 'owner', op: 'eq', value: { me: true } } as const;
const isOpen = {
  field: 'status',
  op: 'in',
  value: openStatuses,
} as const;

/** What people look for in the thread of a record. */
export const activitySorts: NonNullable<TimelineRule['sorts']> = [
  {
    key: 'notes',
    label: { vi: 'Ghi chú', en: 'Notes' },
    where: { field: 'kind', op: 'eq', value: 'note' },
  },
  {
    key: 'talks',
    label: { vi: 'Cuộc gọi và cuộc hẹn', en: 'Calls and meetings' },
    where: {
      field: 'kind',
      op: 'in',
      value: contacting,
    },
  },
];

export const activityViews: readonly ViewDefinition[] = [
  {
    // What is late, then what is due. Without a first day, the first late one may stand behind millions that are done.
    key: 'toDo',
    label: { vi: 'Cần làm', en: 'To do' },
    where: {
      and: [
        isOpen,
        { field: 'startsAt', op: 'gte', value: { relative: 'last30Days' } },
        { field: 'startsAt', op: 'lte', value: { relative: 'next30Days' } },
      ],
    },
    sort: 'startsAt',
  },
  {
    key: 'myToday',
    label: { vi: 'Của tôi hôm nay', en: 'Mine today' },
    where: { and: [mine, { field: 'startsAt', op: 'eq', value: { relative: 'today' } }] },
    sort: 'startsAt',
  },
  {
    key: 'myOpen',
    label: { vi: 'Của tôi, chưa xong', en: 'Mine, open' },
    where: { and: [mine, isOpen] },
    sort: 'startsAt',
  },
  {
    key: 'noTime',
    label: { vi: 'Chưa xếp giờ', en: 'No time yet' },
    where: { and: [isOpen, { field: 'startsAt', op: 'isEmpty' }] },
    sort: '-createdAt',
  },
  {
    key: 'forgotten',
    label: { vi: 'Bị quên', en: 'Forgotten' },
    where: { field: 'status', op: 'eq', value: 'forgotten' },
    sort: '-startsAt',
  },
  {
    key: 'calls',
    label: { vi: 'Cuộc gọi', en: 'Calls' },
    where: { field: 'kind', op: 'eq', value: 'call' },
    sort: '-startsAt',
    columns: [
      'subject',
      'status',
      'account',
      'contacts',
      'startsAt',
      'plannedMinutes',
      'actualMinutes',
      'result',
      'owner',
    ],
  },
  {
    key: 'meetings',
    label: { vi: 'Họp và thăm khách', en: 'Meetings and visits' },
    where: { field: 'kind', op: 'in', value: ['meeting', 'visit', 'visitByCustomer'] },
    sort: '-startsAt',
  },
];
