import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';
import {
  contactDates,
  doNotContact,
  formOfAddress,
  gender,
  notes,
  partySections,
  preferences,
  reachable,
  rhythmViews,
  source,
} from '../party/index.ts';
import { ratings, statuses, unqualifiedReasons } from './lead.options.ts';

const { identity, reach, relationship, consent } = partySections;

export const lead = defineObject({
  key: 'lead',
  path: 'leads',
  label: { vi: 'Khách hàng tiềm năng', en: 'Lead' },
  pluralLabel: { vi: 'Khách hàng tiềm năng', en: 'Leads' },
  title: 'displayName',
  reach: 'owned',
  search: ['name', 'company', 'taxCode', 'phones', 'emails', 'zalo', 'interest'],
  list: ['displayName', 'status', 'rating', 'score', 'phones', 'source', 'owner', 'createdAt'],
  quickCreate: ['name', 'company', 'phones', 'emails', 'source', 'interest', 'owner'],
  sections: {
    identity,
    reach,
    progress: { vi: 'Đánh giá', en: 'Qualification' },
    relationship,
    consent,
    conversion: { vi: 'Chuyển đổi', en: 'Conversion' },
  },
  duplicates: [
    { field: 'taxCode', match: 'exact', score: 80 },
    { field: 'phones', match: 'exact', score: 70 },
    { field: 'emails', match: 'exact', score: 70 },
    { field: 'company', match: 'companyName', score: 40 },
    { field: 'name', match: 'personName', score: 30 },
  ],
  related: ['document.about', 'topic.about'],
  views: [
    {
      key: 'mine',
      label: { vi: 'Của tôi, đang theo', en: 'Mine, being worked on' },
      where: {
        and: [
          { field: 'owner', op: 'eq', value: { me: true } },
          { field: 'status', op: 'in', value: ['new', 'contacted', 'qualified'] },
        ],
      },
      sort: '-createdAt',
    },
    {
      key: 'toCall',
      label: { vi: 'Cần gọi', en: 'To call' },
      where: {
        and: [
          { field: 'status', op: 'in', value: ['new', 'contacted'] },
          { field: 'phones', op: 'isNotEmpty' },
          { not: { field: 'doNotCall', op: 'eq', value: true } },
          { not: { field: 'marketingOnly', op: 'eq', value: true } },
        ],
      },
      sort: '-score',
      columns: ['displayName', 'phones', 'interest', 'rating', 'score', 'lastContactAt', 'owner'],
    },
    {
      key: 'unassigned',
      label: { vi: 'Chưa có người phụ trách', en: 'Nobody in charge yet' },
      where: {
        and: [
          { field: 'owner', op: 'isEmpty' },
          { field: 'status', op: 'in', value: ['new', 'contacted', 'qualified'] },
        ],
      },
      sort: 'createdAt',
    },
    {
      key: 'marketingOnly',
      label: { vi: 'Chỉ cần tiếp thị', en: 'Marketing only' },
      where: {
        and: [
          { field: 'marketingOnly', op: 'eq', value: true },
          { field: 'status', op: 'ne', value: 'converted' },
        ],
      },
    },
    {
      key: 'converted',
      label: { vi: 'Đã chuyển đổi', en: 'Converted' },
      where: { field: 'status', op: 'eq', value: 'converted' },
      sort: '-convertedAt',
      columns: ['displayName', 'convertedAccount', 'convertedContact', 'convertedAt', 'owner'],
    },
    ...rhythmViews('displayName', 'status'),
  ],
  fields: {
    displayName: f.text(
      { vi: 'Tên hiển thị', en: 'Display name' },
      {
        readOnly: true,
        index: true,
        max: 512,
        section: 'identity',
        help: {
          vi: 'Ghép từ họ tên và công ty',
          en: 'Made of the person and the company',
        },
      },
    ),
    name: f.fullName({ vi: 'Họ và tên', en: 'Full name' }, { section: 'identity' }),
    formOfAddress,
    gender,
    company: f.text(
      { vi: 'Công ty', en: 'Company' },
      {
        importNames: ['Tên công ty', 'Đơn vị', 'Company name', 'Organization'],
        index: true,
        section: 'identity',
      },
    ),
    jobTitle: f.text(
      { vi: 'Chức vụ', en: 'Job title' },
      { importNames: ['Chức danh', 'Title', 'Position'], section: 'identity' },
    ),
    taxCode: f.text(
      { vi: 'Mã số thuế', en: 'Tax code' },
      {
        importNames: ['MST', 'Tax ID', 'Tax number'],
        form: 'taxCode',
        max: 20,
        section: 'identity',
      },
    ),
    ...reachable,
    website: f.url({ vi: 'Trang web', en: 'Website' }, { section: 'reach' }),
    address: f.address({ vi: 'Địa chỉ', en: 'Address' }, { section: 'reach' }),
    status: f.select(
      { vi: 'Trạng thái', en: 'Status' },
      { options: statuses, default: 'new', required: true, index: true, section: 'progress' },
    ),
    unqualifiedReason: f.select(
      { vi: 'Lý do không đạt', en: 'Reason it is unqualified' },
      { options: unqualifiedReasons, open: true, index: true, section: 'progress' },
    ),
    rating: f.select(
      { vi: 'Mức độ quan tâm', en: 'Rating' },
      { options: ratings, index: true, section: 'progress' },
    ),
    score: f.number(
      { vi: 'Điểm', en: 'Score' },
      { min: 0, max: 100, index: true, unsummed: true, section: 'progress' },
    ),
    marketingOnly: f.boolean(
      { vi: 'Chỉ cần tiếp thị', en: 'Marketing only' },
      {
        index: true,
        section: 'progress',
        help: {
          vi: 'Chưa chào bán, chỉ nhận tin tiếp thị',
          en: 'Nobody sells to them yet; they only get marketing',
        },
      },
    ),
    interest: f.longText(
      { vi: 'Nhu cầu quan tâm', en: 'Interest' },
      {
        importNames: ['Nhu cầu', 'Quan tâm', 'Message', 'Nội dung'],
        max: 2000,
        section: 'progress',
      },
    ),
    source,
    campaign: f.text(
      { vi: 'Chiến dịch', en: 'Campaign' },
      { importNames: ['utm_campaign'], index: true, section: 'relationship' },
    ),
    preferences,
    ...contactDates('activity.lead'),
    notes,
    ...doNotContact,
    convertedAccount: f.relation(
      { vi: 'Thành khách hàng', en: 'Became account' },
      {
        to: 'account',
        readOnly: true,
        inverse: { label: { vi: 'Khách hàng tiềm năng ban đầu', en: 'Leads it came from' } },
        section: 'conversion',
      },
    ),
    convertedContact: f.relation(
      { vi: 'Thành người liên hệ', en: 'Became contact' },
      {
        to: 'contact',
        readOnly: true,
        inverse: { label: { vi: 'Khách hàng tiềm năng ban đầu', en: 'Leads they came from' } },
        section: 'conversion',
      },
    ),
    convertedAt: f.dateTime(
      { vi: 'Ngày chuyển đổi', en: 'Converted at' },
      { readOnly: true, index: true, section: 'conversion' },
    ),
  },
});
