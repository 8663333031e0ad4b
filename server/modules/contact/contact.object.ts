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
} from '../party/index.ts';

const { identity, reach, relationship, consent } = partySections;

export const contact = defineObject({
  key: 'contact',
  path: 'contacts',
  label: { vi: 'Người liên hệ', en: 'Contact' },
  pluralLabel: { vi: 'Người liên hệ', en: 'Contacts' },
  title: 'name',
  reach: 'owned',
  goesWith: [{ relation: 'account' }],
  search: ['name', 'phones', 'emails', 'zalo', 'jobTitle'],
  list: ['name', 'account', 'jobTitle', 'phones', 'emails', 'owner'],
  quickCreate: ['formOfAddress', 'name', 'account', 'jobTitle', 'phones', 'emails'],
  related: ['lead.convertedContact', 'document.about', 'topic.about'],
  sections: { identity, reach, relationship, consent },
  duplicates: [
    { field: 'phones', match: 'exact', score: 70 },
    { field: 'emails', match: 'exact', score: 70 },
    { field: 'name', match: 'personName', score: 30 },
  ],
  views: [
    {
      key: 'mine',
      label: { vi: 'Người liên hệ của tôi', en: 'My contacts' },
      where: { field: 'owner', op: 'eq', value: { me: true } },
      sort: '-updatedAt',
    },
    {
      key: 'decisionMakers',
      label: { vi: 'Người ra quyết định', en: 'Decision makers' },
      where: { field: 'decisionRole', op: 'eq', value: 'decisionMaker' },
      columns: ['name', 'account', 'jobTitle', 'phones', 'lastContactAt', 'owner'],
    },
    {
      key: 'withoutAccount',
      label: { vi: 'Chưa gắn với khách hàng', en: 'Without an account' },
      where: { field: 'account', op: 'isEmpty' },
    },
    ...rhythmViews('name', 'account'),
  ],
  fields: {
    name: f.fullName(
      { vi: 'Họ và tên', en: 'Full name' },
      { required: true, index: true, section: 'identity' },
    ),
    formOfAddress,
    gender,
    birthday: f.date(
      { vi: 'Ngày sinh', en: 'Birthday' },
      { importNames: ['Sinh nhật', 'Date of birth', 'DOB'], index: true, section: 'identity' },
    ),
    account: f.relation(
      { vi: 'Khách hàng', en: 'Account' },
      {
        importNames: ['Công ty', 'Tên công ty', 'Đơn vị công tác', 'Company', 'Organization'],
        to: 'account',
        inverse: { label: { vi: 'Người liên hệ', en: 'Contacts' } },
        section: 'identity',
      },
    ),
    otherAccounts: f.relations(
      { vi: 'Khách hàng khác', en: 'Other accounts' },
      {
        to: 'account',
        inverse: { label: { vi: 'Người liên hệ từ nơi khác', en: 'Contacts shared with others' } },
        section: 'identity',
      },
    ),
    jobTitle: f.text(
      { vi: 'Chức vụ', en: 'Job title' },
      {
        importNames: ['Chức danh', 'Vị trí', 'Title', 'Position'],
        section: 'identity',
        index: true,
      },
    ),
    department: f.text(
      { vi: 'Phòng ban', en: 'Department' },
      { importNames: ['Bộ phận', 'Phòng'], section: 'identity' },
    ),
    decisionRole: f.select(
      { vi: 'Vai trò quyết định', en: 'Role in decisions' },
      {
        index: true,
        section: 'identity',
        options: [
          { value: 'decisionMaker', label: { vi: 'Người ra quyết định', en: 'Decision maker' } },
          { value: 'influencer', label: { vi: 'Người ảnh hưởng', en: 'Influencer' } },
          { value: 'purchaser', label: { vi: 'Người mua hàng', en: 'Purchaser' } },
          { value: 'endUser', label: { vi: 'Người sử dụng', en: 'User' } },
          {
            value: 'technical',
            label: { vi: 'Người đánh giá kỹ thuật', en: 'Technical assessor' },
          },
          { value: 'accountant', label: { vi: 'Kế toán, thanh toán', en: 'Accounts and payment' } },
          { value: 'gatekeeper', label: { vi: 'Thư ký, trợ lý', en: 'Assistant or gatekeeper' } },
        ],
      },
    ),
    ...reachable,
    address: f.address({ vi: 'Địa chỉ', en: 'Address' }, { section: 'reach' }),
    preferences,
    ...contactDates('activity.contacts'),
    ...doNotContact,
    notes,
  },
});
