import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';

export const message = defineObject({
  key: 'message',
  path: 'messages',
  label: { vi: 'Tin nhắn', en: 'Message' },
  pluralLabel: { vi: 'Tin nhắn', en: 'Messages' },
  title: 'excerpt',
  reach: 'owned',
  inNavigation: false,
  confidential: true,
  seenWith: ['channel'],
  indexes: [['channel', 'createdAt']],
  search: ['body'],
  list: ['excerpt', 'channel', 'createdBy', 'createdAt'],
  quickCreate: ['body', 'files', 'channel'],
  fields: {
    channel: f.relation(
      { vi: 'Kênh', en: 'Channel' },
      { to: 'channel', required: true, inverse: { label: { vi: 'Tin nhắn', en: 'Messages' } } },
    ),
    body: f.richText({ vi: 'Nội dung', en: 'Text' }),
    files: f.files({ vi: 'Tệp', en: 'Files' }),
    replyTo: f.relation({ vi: 'Trả lời tin', en: 'Answers' }, { to: 'message' }),
    excerpt: f.text({ vi: 'Trích', en: 'Excerpt' }, { readOnly: true }),
    editedAt: f.dateTime({ vi: 'Sửa lúc', en: 'Edited' }, { readOnly: true }),
  },
});
