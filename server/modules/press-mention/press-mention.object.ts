import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';

export const pressMention = defineObject({
  key: 'pressMention',
  path: 'press-mentions',
  label: { vi: 'Tin báo chí', en: 'Press mention' },
  pluralLabel: { vi: 'Tin báo chí', en: 'Press mentions' },
  title: 'title',
  reach: { through: 'account' },
  search: ['title', 'outlet', 'summary'],
  list: ['title', 'account', 'outlet', 'publishedOn', 'tone'],
  quickCreate: ['account', 'title', 'outlet', 'link', 'publishedOn'],
  views: [
    {
      key: 'recent',
      label: { vi: 'Tin trong 30 ngày qua', en: 'News of the last 30 days' },
      where: { field: 'publishedOn', op: 'eq', value: { relative: 'last30Days' } },
      sort: '-publishedOn',
    },
  ],
  fields: {
    account: f.relation(
      { vi: 'Khách hàng', en: 'Account' },
      {
        to: 'account',
        required: true,
        inverse: { label: { vi: 'Tin báo chí', en: 'Press mentions' } },
      },
    ),
    title: f.text({ vi: 'Tiêu đề', en: 'Title' }, { required: true }),
    outlet: f.text({ vi: 'Báo, đài', en: 'Outlet' }, { index: true }),
    link: f.url({ vi: 'Liên kết', en: 'Link' }),
    publishedOn: f.date({ vi: 'Ngày đăng', en: 'Published on' }, { index: true }),
    tone: f.select(
      { vi: 'Sắc thái', en: 'Tone' },
      {
        options: [
          { value: 'positive', label: { vi: 'Tích cực', en: 'Positive' }, color: 'green' },
          { value: 'neutral', label: { vi: 'Trung tính', en: 'Neutral' }, color: 'gray' },
          { value: 'negative', label: { vi: 'Tiêu cực', en: 'Negative' }, color: 'red' },
        ],
      },
    ),
    summary: f.longText({ vi: 'Tóm tắt', en: 'Summary' }),
  },
});
