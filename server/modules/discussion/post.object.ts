import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';

/** What somebody says in a topic. It is theirs: whoever reads the topic reads it, and only they change it. */
export const post = defineObject({
  key: 'post',
  path: 'posts',
  label: { vi: 'Bài viết', en: 'Post' },
  pluralLabel: { vi: 'Bài viết', en: 'Posts' },
  title: 'excerpt',
  reach: 'owned',
  inNavigation: false,
  confidential: true,
  seenWith: ['topic'],
  indexes: [['topic', 'createdAt']],
  search: ['body'],
  list: ['excerpt', 'topic', 'createdBy', 'createdAt'],
  quickCreate: ['body', 'files', 'topic'],
  fields: {
    topic: f.relation(
      { vi: 'Chủ đề', en: 'Topic' },
      { to: 'topic', required: true, inverse: { label: { vi: 'Bài viết', en: 'Posts' } } },
    ),
    body: f.richText({ vi: 'Nội dung', en: 'Text' }),
    files: f.files({ vi: 'Tệp', en: 'Files' }),
    replyTo: f.relation({ vi: 'Trả lời bài', en: 'Answers' }, { to: 'post' }),
    excerpt: f.text({ vi: 'Trích', en: 'Excerpt' }, { readOnly: true }),
    editedAt: f.dateTime({ vi: 'Sửa lúc', en: 'Edited' }, { readOnly: true }),
  },
});
