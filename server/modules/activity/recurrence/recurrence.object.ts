import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';

/**
 * A plan that comes again. Its occurrences are activities of their own, made some time ahead, so that lists, calendars,
 * reminders and reports know one kind of thing only.
 */
export const recurrence = defineObject({
  key: 'recurrence',
  path: 'recurrences',
  label: { vi: 'Chuỗi lặp', en: 'Recurrence' },
  pluralLabel: { vi: 'Chuỗi lặp', en: 'Recurrences' },
  title: 'subject',
  reach: 'owned',
  inNavigation: false,
  participants: ['people'],
  list: ['subject', 'rule', 'firstAt', 'owner'],
  quickCreate: ['subject', 'rule', 'timeZone', 'firstAt', 'minutes'],
  fields: {
    subject: f.text({ vi: 'Nội dung', en: 'Subject' }, { required: true }),
    rule: f.text(
      { vi: 'Quy tắc lặp', en: 'Rule' },
      {
        required: true,
        max: 500,
        help: { vi: 'RRULE theo RFC 5545', en: 'An RRULE of RFC 5545' },
      },
    ),
    timeZone: f.text({ vi: 'Múi giờ', en: 'Time zone' }, { required: true, max: 60 }),
    firstAt: f.dateTime({ vi: 'Lần đầu', en: 'First at' }, { required: true }),
    minutes: f.number({ vi: 'Số phút', en: 'Minutes' }, { required: true, min: 0, max: 100_000 }),
    people: f.members({ vi: 'Người bên mình', en: 'Our people' }),
    values: f.json({ vi: 'Mẫu', en: 'Template' }, { readOnly: true }),
    madeUntil: f.dateTime({ vi: 'Đã tạo đến', en: 'Made until' }, { readOnly: true, index: true }),
    endedAt: f.dateTime({ vi: 'Đã dừng', en: 'Ended at' }, { readOnly: true }),
  },
});
