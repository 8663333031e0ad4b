import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';
import { seenByAudience, topicAudiences } from './audiences.ts';

/** What people talk over in posts: with everyone, with a team, or with whoever sees the records it is about. */
export const topic = defineObject({
  key: 'topic',
  path: 'topics',
  label: { vi: 'Chủ đề', en: 'Topic' },
  pluralLabel: { vi: 'Thảo luận', en: 'Discussion' },
  title: 'title',
  reach: 'owned',
  confidential: true,
  seenWhen: seenByAudience,
  seenWith: ['about'],
  unread: { of: 'post.topic', latest: 'lastPostAt' },
  search: ['title'],
  list: ['title', 'audience', 'team', 'postCount', 'lastPostAt', 'owner'],
  quickCreate: ['title', 'audience', 'team', 'about'],
  views: [
    {
      key: 'open',
      label: { vi: 'Đang mở', en: 'Open' },
      where: { field: 'closed', op: 'ne', value: true },
      sort: '-lastPostAt',
    },
    {
      key: 'mine',
      label: { vi: 'Tôi mở', en: 'Opened by me' },
      where: { field: 'owner', op: 'eq', value: { me: true } },
      sort: '-lastPostAt',
    },
  ],
  fields: {
    title: f.text({ vi: 'Tiêu đề', en: 'Title' }, { required: true, max: 200 }),
    audience: f.select(
      { vi: 'Dành cho', en: 'For' },
      { options: topicAudiences, default: 'company', required: true },
    ),
    about: f.links(
      { vi: 'Liên quan đến', en: 'Related to' },
      {
        help: {
          vi: 'Ai xem được một trong các bản ghi này thì xem được chủ đề',
          en: 'Whoever sees one of these records sees the topic',
        },
      },
    ),
    pinned: f.boolean({ vi: 'Ghim', en: 'Pinned' }),
    closed: f.boolean({ vi: 'Đã đóng', en: 'Closed' }),
    postCount: f.number(
      { vi: 'Số bài', en: 'Posts' },
      { rollup: { of: 'post.topic', fn: 'count' } },
    ),
    lastPostAt: f.dateTime(
      { vi: 'Bài mới nhất', en: 'Last post' },
      { index: true, rollup: { of: 'post.topic', fn: 'max', field: 'createdAt' } },
    ),
  },
});
