import { f } from '#shared/fields/index.ts';
import type { Filter } from '#shared/filter.ts';
import { contacting, notReached, openStatuses } from '../activity/index.ts';
import { formsOfAddress, genders } from '#shared/locale/forms-of-address.ts';

/** Fields that customers, contacts and leads have alike: they are all somebody one can call. */

export const formOfAddress = f.select(
  { vi: 'Danh xưng', en: 'Form of address' },
  { importNames: ['Xưng hô', 'Salutation'], options: formsOfAddress, section: 'identity' },
);

export const gender = f.select(
  { vi: 'Giới tính', en: 'Gender' },
  { options: genders, section: 'identity' },
);

export const source = f.select(
  { vi: 'Nguồn', en: 'Source' },
  {
    importNames: ['Nguồn khách', 'Kênh', 'Lead source'],
    index: true,
    open: true,
    section: 'relationship',
    options: [
      { value: 'website', label: { vi: 'Trang web của công ty', en: 'Our website' } },
      { value: 'referral', label: { vi: 'Khách hàng giới thiệu', en: 'Customer referral' } },
      { value: 'partner', label: { vi: 'Đối tác giới thiệu', en: 'Partner referral' } },
      { value: 'facebook', label: { vi: 'Trang Facebook', en: 'Facebook page' } },
      { value: 'zalo', label: { vi: 'Zalo OA', en: 'Zalo official account' } },
      { value: 'tiktok', label: { vi: 'Kênh TikTok', en: 'TikTok channel' } },
      { value: 'onlineAdvert', label: { vi: 'Quảng cáo trực tuyến', en: 'Online advertising' } },
      { value: 'marketplace', label: { vi: 'Sàn thương mại điện tử', en: 'Marketplace' } },
      { value: 'emailCampaign', label: { vi: 'Chiến dịch email', en: 'Email campaign' } },
      { value: 'event', label: { vi: 'Hội chợ, sự kiện', en: 'Trade fair or event' } },
      { value: 'coldCall', label: { vi: 'Chủ động gọi điện', en: 'Cold call' } },
      { value: 'walkIn', label: { vi: 'Khách đến trực tiếp', en: 'Walk-in' } },
      { value: 'hotline', label: { vi: 'Khách gọi tổng đài', en: 'Called in' } },
      { value: 'purchasedList', label: { vi: 'Danh sách mua ngoài', en: 'Purchased list' } },
      { value: 'other', label: { vi: 'Nguồn khác', en: 'Other source' } },
    ],
  },
);

export const reachable = {
  phones: f.phones({ vi: 'Điện thoại', en: 'Phones' }, { section: 'reach' }),
  emails: f.emails({ vi: 'Email', en: 'Emails' }, { section: 'reach' }),
  zalo: f.text(
    { vi: 'Zalo', en: 'Zalo' },
    {
      section: 'reach',
      max: 100,
      help: { vi: 'Số điện thoại hoặc liên kết Zalo', en: 'Phone number or link of Zalo' },
    },
  ),
  facebook: f.url({ vi: 'Facebook', en: 'Facebook' }, { section: 'reach' }),
  bestTime: f.text(
    { vi: 'Thời gian tiện liên hệ', en: 'Best time to reach' },
    {
      section: 'reach',
      help: { vi: 'Ví dụ: chiều thứ Ba, sau 16 giờ', en: 'For example: Tuesdays after 4 pm' },
    },
  ),
} as const;

/** What somebody asked not to get. Senders and the call plan ask these before anything else. */
export const doNotContact = {
  doNotCall: f.boolean({ vi: 'Không gọi điện', en: 'Do not call' }, { section: 'consent' }),
  doNotSms: f.boolean({ vi: 'Không nhắn SMS', en: 'Do not text' }, { section: 'consent' }),
  doNotEmail: f.boolean({ vi: 'Không gửi email', en: 'Do not email' }, { section: 'consent' }),
  doNotZalo: f.boolean(
    { vi: 'Không nhắn Zalo', en: 'Do not message on Zalo' },
    { section: 'consent' },
  ),
} as const;

/** An activity in which somebody was spoken with. */
const spokenWith: Filter = {
  and: [
    { field: 'status', op: 'eq', value: 'done' },
    { field: 'kind', op: 'in', value: contacting },
    { not: { field: 'result', op: 'in', value: notReached } },
  ],
};

/** When somebody was, and will be, spoken with, and how often; `of`: the relation of activities that leads to them. */
export const contactDates = (of: `activity.${string}`) =>
  ({
    firstContactAt: f.dateTime(
      { vi: 'Lần liên hệ đầu', en: 'First contact' },
      {
        section: 'relationship',
        rollup: { of, fn: 'min', field: 'finishedAt', where: spokenWith },
      },
    ),
    lastContactAt: f.dateTime(
      { vi: 'Lần liên hệ gần nhất', en: 'Last contact' },
      {
        section: 'relationship',
        index: true,
        rollup: { of, fn: 'max', field: 'finishedAt', where: spokenWith },
      },
    ),
    nextContactAt: f.dateTime(
      { vi: 'Lần liên hệ tiếp theo', en: 'Next contact' },
      {
        section: 'relationship',
        index: true,
        rollup: {
          of,
          fn: 'min',
          field: 'startsAt',
          where: { field: 'status', op: 'in', value: openStatuses },
        },
      },
    ),
    contactCount: f.number(
      { vi: 'Số lần liên hệ', en: 'Contacts in all' },
      {
        section: 'relationship',
        index: true,
        rollup: { of, fn: 'count', where: spokenWith },
      },
    ),
    contactsLast90Days: f.number(
      { vi: 'Số lần liên hệ 90 ngày qua', en: 'Contacts in the last 90 days' },
      {
        section: 'relationship',
        index: true,
        rollup: {
          of,
          fn: 'count',
          where: {
            and: [
              spokenWith,
              { field: 'finishedAt', op: 'gte', value: { relative: 'last90Days' } },
            ],
          },
        },
      },
    ),
    contactEveryDays: f.number(
      { vi: 'Nhịp liên hệ (ngày)', en: 'Days between contacts' },
      {
        section: 'relationship',
        unsummed: true,
        rollup: { of, fn: 'everyDays', field: 'finishedAt', where: spokenWith },
      },
    ),
    quietFrom: f.dateTime(
      { vi: 'Im lặng bất thường từ', en: 'Unusually quiet from' },
      {
        section: 'relationship',
        index: true,
        help: {
          vi: 'Khi đã qua gấp đôi nhịp liên hệ thường có mà chưa liên hệ lại; cần ít nhất ba lần liên hệ',
          en: 'When twice their usual time between contacts has passed; takes three contacts to know',
        },
        rollup: { of, fn: 'quietFrom', times: 2, field: 'finishedAt', where: spokenWith },
      },
    ),
  }) as const;

export const preferences = f.tags(
  { vi: 'Sở thích', en: 'Preferences' },
  {
    importNames: ['Nhãn', 'Thẻ', 'Tags'],
    section: 'relationship',
    help: {
      vi: 'Từ tự do: hương gỗ, mua theo dịp, trà ô long…',
      en: 'Free words: woody scent, buys by occasion, oolong tea…',
    },
  },
);

export const notes = f.longText({ vi: 'Ghi chú', en: 'Notes' }, { section: 'relationship' });

export const partySections = {
  identity: { vi: 'Thông tin chung', en: 'General' },
  reach: { vi: 'Liên lạc', en: 'How to reach' },
  profile: { vi: 'Hồ sơ kinh doanh', en: 'Business profile' },
  relationship: { vi: 'Quan hệ', en: 'Relationship' },
  consent: { vi: 'Từ chối liên hệ', en: 'Do not contact' },
} as const;
