import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';
import { channelAudiences, seenByAudience } from './audiences.ts';

/** Where people write to each other in short: the company, a team, some, or two. */
export const channel = defineObject({
  key: 'channel',
  path: 'channels',
  label: { vi: 'Kênh', en: 'Channel' },
  pluralLabel: { vi: 'Trò chuyện', en: 'Chat' },
  title: 'name',
  reach: 'owned',
  confidential: true,
  seenWhen: seenByAudience,
  participants: ['people'],
  // Of two, the other is told of the first message.
  untold: 'pair',
  shares: false,
  unread: { of: 'message.channel', latest: 'lastMessageAt' },
  search: ['name'],
  list: ['name', 'audience', 'team', 'people', 'lastMessageAt'],
  quickCreate: ['name', 'audience', 'team', 'people'],
  unique: [['pair']],
  fields: {
    name: f.text({ vi: 'Tên kênh', en: 'Channel name' }, { required: true, max: 120 }),
    audience: f.select(
      { vi: 'Dành cho', en: 'For' },
      { options: channelAudiences, default: 'members', required: true },
    ),
    people: f.members({ vi: 'Thành viên', en: 'People' }),
    about: f.text({ vi: 'Để trao đổi về', en: 'What it is for' }, { max: 200 }),
    pair: f.text({ vi: 'Của hai người', en: 'Of the two' }, { readOnly: true }),
    lastMessageAt: f.dateTime(
      { vi: 'Tin mới nhất', en: 'Last message' },
      { index: true, rollup: { of: 'message.channel', fn: 'max', field: 'createdAt' } },
    ),
  },
});
