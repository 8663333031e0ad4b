import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';

/** A question of a topic that everyone who reads it may answer. */
export const poll = defineObject({
  key: 'poll',
  path: 'polls',
  label: { vi: 'Thăm dò ý kiến', en: 'Poll' },
  pluralLabel: { vi: 'Thăm dò ý kiến', en: 'Polls' },
  title: 'question',
  reach: 'owned',
  inNavigation: false,
  confidential: true,
  seenWith: ['topic'],
  search: ['question'],
  list: ['question', 'topic', 'closesAt', 'owner'],
  quickCreate: ['topic', 'question', 'choices', 'several', 'anonymous', 'closesAt'],
  fields: {
    topic: f.relation(
      { vi: 'Chủ đề', en: 'Topic' },
      {
        to: 'topic',
        required: true,
        inverse: { label: { vi: 'Thăm dò ý kiến', en: 'Polls' } },
      },
    ),
    question: f.text({ vi: 'Câu hỏi', en: 'Question' }, { required: true, max: 300 }),
    choices: f.longText(
      { vi: 'Các lựa chọn', en: 'Choices' },
      { required: true, help: { vi: 'Mỗi dòng một lựa chọn', en: 'One on each line' } },
    ),
    several: f.boolean({ vi: 'Chọn được nhiều', en: 'Several answers' }),
    anonymous: f.boolean({ vi: 'Giấu tên người trả lời', en: 'Nobody sees who answered what' }),
    closesAt: f.dateTime({ vi: 'Nhận trả lời đến', en: 'Open until' }),
  },
});
