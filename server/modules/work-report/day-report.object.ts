import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';

/** What somebody plans for a day, or did on it, as they sent it to the leader of their team; one of each for a day. */
export const dayReport = defineObject({
  key: 'dayReport',
  path: 'day-reports',
  label: { vi: 'Báo cáo ngày', en: 'Day report' },
  pluralLabel: { vi: 'Báo cáo ngày', en: 'Day reports' },
  title: 'name',
  reach: 'owned',
  inNavigation: false,
  seenWhen: { field: 'leader', op: 'eq', value: { me: true } },
  list: ['name', 'kind', 'day', 'owner', 'leader', 'sentAt'],
  indexes: [['leader', 'day']],
  fields: {
    name: f.text({ vi: 'Tên', en: 'Name' }, { required: true }),
    kind: f.select(
      { vi: 'Loại', en: 'Kind' },
      {
        readOnly: true,
        options: [
          { value: 'plan', label: { vi: 'Kế hoạch ngày', en: 'Plan of the day' } },
          { value: 'report', label: { vi: 'Báo cáo cuối ngày', en: 'Report of the day' } },
        ],
      },
    ),
    day: f.date({ vi: 'Ngày', en: 'Day' }, { readOnly: true, index: true }),
    leader: f.member({ vi: 'Gửi cho', en: 'Sent to' }, { readOnly: true }),
    sentence: f.longText({ vi: 'Lời nhắn', en: 'In a sentence' }),
    sentAt: f.dateTime({ vi: 'Gửi lúc', en: 'Sent at' }, { readOnly: true, index: true }),
    lines: f.json({ vi: 'Các việc', en: 'Activities' }, { readOnly: true }),
    // Whose, which day and of which kind: there is one.
    slot: f.text({ vi: 'Mã', en: 'Key' }, { readOnly: true, unique: true }),
  },
});
