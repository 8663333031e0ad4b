import { openStatuses } from '#shared/activity.ts';
import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';
import {
  kinds,
  noNextStepReasons,
  priorities,
  reminders,
  results,
  statuses,
} from './activity.options.ts';
import { activitySorts, activityViews } from './activity.views.ts';

/** Whatever is planned or done with somebody or alone: one store for calls, meetings, visits, tasks and notes. */
export const activity = defineObject({
  key: 'activity',
  path: 'activities',
  label: { vi: 'Hoạt động', en: 'Activity' },
  pluralLabel: { vi: 'Hoạt động', en: 'Activities' },
  title: 'subject',
  reach: 'owned',
  participants: ['people'],
  seenWith: ['account', 'lead'],
  goesWith: [
    { relation: 'account', while: { field: 'status', in: openStatuses } },
    { relation: 'lead', while: { field: 'status', in: openStatuses } },
  ],
  indexes: [
    ['owner', 'startsAt', 'endsAt'],
    ['account', 'startsAt'],
    ['lead', 'startsAt'],
    ['status', 'endsAt'],
  ],
  remind: {
    at: 'startsAt',
    who: ['owner', 'people'],
    minutes: 'remindBefore',
    while: { field: 'status', in: ['planned'] },
    wholeDay: 'allDay',
  },
  timeline: {
    at: 'startsAt',
    to: ['account', 'otherAccounts', 'lead', 'contacts', 'about'],
    open: { field: 'status', op: 'in', value: openStatuses },
    sorts: activitySorts,
    pinned: 'pinned',
    texts: ['subject', 'description', 'summary'],
  },
  search: ['subject', 'place', 'description', 'summary'],
  sort: '-startsAt',
  opensWith: 'toDo',
  list: ['subject', 'kind', 'status', 'startsAt', 'account', 'contacts', 'result', 'owner'],
  quickCreate: [
    'kind',
    'subject',
    'account',
    'contacts',
    'startsAt',
    'endsAt',
    'people',
    'place',
    'description',
    'owner',
  ],
  sections: {
    plan: { vi: 'Kế hoạch', en: 'Plan' },
    about: { vi: 'Với ai, về việc gì', en: 'With whom, about what' },
    outcome: { vi: 'Kết quả', en: 'Outcome' },
  },
  views: activityViews,
  fields: {
    subject: f.text(
      { vi: 'Nội dung', en: 'Subject' },
      { importNames: ['Tiêu đề', 'Title', 'Công việc'], section: 'plan' },
    ),
    kind: f.select(
      { vi: 'Loại', en: 'Kind' },
      {
        importNames: ['Hình thức', 'Type'],
        options: kinds,
        open: true,
        default: 'task',
        required: true,
        section: 'plan',
      },
    ),
    status: f.select(
      { vi: 'Trạng thái', en: 'Status' },
      {
        importNames: ['Tình trạng'],
        options: statuses,
        default: 'planned',
        required: true,
        section: 'plan',
      },
    ),
    priority: f.select(
      { vi: 'Ưu tiên', en: 'Priority' },
      { options: priorities, default: 'normal', required: true, section: 'plan' },
    ),
    startsAt: f.dateTime(
      { vi: 'Bắt đầu', en: 'Starts' },
      { importNames: ['Thời gian', 'Ngày giờ', 'Start', 'Date'], index: true, section: 'plan' },
    ),
    endsAt: f.dateTime(
      { vi: 'Kết thúc', en: 'Ends' },
      { importNames: ['End', 'Due date'], section: 'plan' },
    ),
    allDay: f.boolean({ vi: 'Cả ngày', en: 'All day' }, { section: 'plan' }),
    plannedMinutes: f.number(
      { vi: 'Số phút dự kiến', en: 'Minutes planned' },
      { readOnly: true, min: 0, section: 'plan' },
    ),
    place: f.text({ vi: 'Địa điểm', en: 'Place' }, { importNames: ['Location'], section: 'plan' }),
    link: f.url({ vi: 'Liên kết họp', en: 'Meeting link' }, { section: 'plan' }),
    remindBefore: f.multiSelect(
      { vi: 'Nhắc', en: 'Remind' },
      { options: reminders, section: 'plan' },
    ),
    description: f.richText(
      { vi: 'Cần chuẩn bị', en: 'Agenda' },
      { importNames: ['Mô tả', 'Description'], section: 'plan' },
    ),
    account: f.relation(
      { vi: 'Khách hàng', en: 'Account' },
      {
        importNames: ['Công ty', 'Tên công ty', 'Company'],
        to: 'account',
        inverse: { label: { vi: 'Hoạt động', en: 'Activities' } },
        section: 'about',
      },
    ),
    lead: f.relation(
      { vi: 'Khách hàng tiềm năng', en: 'Lead' },
      {
        to: 'lead',
        inverse: { label: { vi: 'Hoạt động', en: 'Activities' } },
        section: 'about',
      },
    ),
    contacts: f.relations(
      { vi: 'Người bên khách', en: 'Their people' },
      {
        importNames: ['Người liên hệ', 'Contact'],
        to: 'contact',
        inverse: { label: { vi: 'Hoạt động', en: 'Activities' } },
        section: 'about',
      },
    ),
    otherAccounts: f.relations(
      { vi: 'Khách hàng khác cùng dự', en: 'Other accounts taking part' },
      {
        to: 'account',
        readOnly: true,
        section: 'about',
        help: {
          vi: 'Nơi làm việc của những người bên khách khác',
          en: 'Where the others of their people work',
        },
      },
    ),
    people: f.members(
      { vi: 'Người bên mình', en: 'Our people' },
      {
        importNames: ['Người tham gia', 'Attendees'],
        section: 'about',
        help: {
          vi: 'Cùng tham gia với người phụ trách',
          en: 'Who takes part beside the owner',
        },
      },
    ),
    about: f.links({ vi: 'Liên quan đến', en: 'Related to' }, { section: 'about' }),
    startedAt: f.dateTime({ vi: 'Bắt đầu thực tế', en: 'Started' }, { section: 'outcome' }),
    finishedAt: f.dateTime({ vi: 'Xong lúc', en: 'Finished' }, { section: 'outcome' }),
    actualMinutes: f.number(
      { vi: 'Số phút thực tế', en: 'Minutes spent' },
      { min: 0, max: 100_000, section: 'outcome' },
    ),
    result: f.select(
      { vi: 'Kết quả', en: 'Result' },
      { options: results, open: true, section: 'outcome' },
    ),
    summary: f.richText(
      { vi: 'Điều cần nhớ', en: 'Summary' },
      { importNames: ['Tóm tắt', 'Ghi chú', 'Notes'], section: 'outcome' },
    ),
    nextContactAt: f.dateTime(
      { vi: 'Hẹn liên hệ lại', en: 'Next contact' },
      { section: 'outcome' },
    ),
    noNextStep: f.select(
      { vi: 'Vì sao chưa có bước tiếp theo', en: 'Why there is no next step' },
      { options: noNextStepReasons, open: true, section: 'outcome' },
    ),
    pinned: f.boolean({ vi: 'Ghim', en: 'Pinned' }, { index: true, section: 'outcome' }),
    recurrence: f.relation(
      { vi: 'Chuỗi lặp', en: 'Series' },
      { to: 'recurrence', readOnly: true, section: 'plan' },
    ),
    recurrenceSlot: f.dateTime(
      { vi: 'Lượt của chuỗi', en: 'Occurrence of the series' },
      { readOnly: true, section: 'plan' },
    ),
  },
});
