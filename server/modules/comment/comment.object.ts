import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';

/** An answer to a note, a call or whatever else somebody wrote; its owner is who wrote it. */
export const comment = defineObject({
  key: 'comment',
  path: 'comments',
  label: { vi: 'Trả lời', en: 'Reply' },
  pluralLabel: { vi: 'Trả lời', en: 'Replies' },
  title: 'excerpt',
  reach: 'owned',
  seenWith: ['activity'],
  inNavigation: false,
  search: ['text'],
  list: ['excerpt', 'activity', 'owner', 'createdAt'],
  quickCreate: ['text', 'activity'],
  timeline: { at: 'createdAt', to: ['activity'], texts: ['text'], reply: true },
  fields: {
    text: f.richText({ vi: 'Nội dung', en: 'Text' }, { required: true }),
    activity: f.relation({ vi: 'Trả lời cho', en: 'Answers' }, { to: 'activity', required: true }),
    excerpt: f.text({ vi: 'Trích', en: 'Excerpt' }, { readOnly: true, max: 120 }),
  },
});
