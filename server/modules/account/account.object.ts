import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';
import { regions } from '../geography/index.ts';
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
import {
  businessTypes,
  kinds,
  lifeStages,
  ownershipForms,
  potentials,
  roles,
  stages,
} from './account.options.ts';

export const account = defineObject({
  key: 'account',
  path: 'accounts',
  label: { vi: 'Khách hàng', en: 'Account' },
  pluralLabel: { vi: 'Khách hàng', en: 'Accounts' },
  title: 'name',
  reach: 'owned',
  search: ['name', 'tradingName', 'code', 'taxCode', 'phones', 'emails', 'website', 'zalo'],
  list: ['name', 'stage', 'potential', 'owner', 'lastContactAt', 'phones', 'emails', 'code'],
  quickCreate: ['kind', 'name', 'taxCode', 'phones', 'emails', 'roles', 'stage', 'owner'],
  related: [
    'contact.account',
    'contact.otherAccounts',
    'account.parent',
    'need.account',
    'bookingPlan.account',
    'competitorUse.account',
    'competitorUse.competitor',
    'yearlyFinance.account',
    'pressMention.account',
    'lead.convertedAccount',
    'handover.account',
    'document.about',
    'topic.about',
  ],
  sections: partySections,
  duplicates: [
    { field: 'taxCode', match: 'exact', score: 95 },
    { field: 'name', match: 'companyName', score: 60 },
    { field: 'phones', match: 'exact', score: 60 },
    { field: 'emails', match: 'exact', score: 60 },
    { field: 'website', match: 'exact', score: 30 },
  ],
  views: [
    {
      key: 'mine',
      label: { vi: 'Khách hàng của tôi', en: 'My accounts' },
      where: { field: 'owner', op: 'eq', value: { me: true } },
      sort: '-updatedAt',
    },
    {
      key: 'priority',
      label: { vi: 'Khách hàng ưu tiên', en: 'Priority accounts' },
      where: { field: 'priority', op: 'eq', value: true },
      sort: 'name',
    },
    {
      key: 'inTalks',
      label: { vi: 'Đang trao đổi', en: 'In talks' },
      where: { field: 'stage', op: 'eq', value: 'inTalks' },
      sort: '-updatedAt',
    },
    {
      key: 'toMarket',
      label: { vi: 'Chỉ cần tiếp thị', en: 'Marketing only' },
      where: { field: 'stage', op: 'eq', value: 'toMarket' },
      columns: ['code', 'name', 'source', 'phones', 'emails', 'owner'],
    },
    {
      key: 'potentialNotContacted',
      label: { vi: 'Tiềm năng A, 30 ngày chưa liên hệ', en: 'Potential A, no contact for 30 days' },
      where: {
        and: [
          { field: 'potential', op: 'eq', value: 'a' },
          {
            or: [
              { field: 'lastContactAt', op: 'isEmpty' },
              { field: 'lastContactAt', op: 'lt', value: { relative: 'last30Days' } },
            ],
          },
        ],
      },
      sort: 'lastContactAt',
    },
    {
      key: 'dormant',
      label: { vi: 'Khách hàng ngừng giao dịch', en: 'Dormant accounts' },
      where: { field: 'stage', op: 'eq', value: 'dormant' },
      sort: 'lastContactAt',
    },
    {
      key: 'suppliers',
      label: { vi: 'Nhà cung cấp và đối tác', en: 'Suppliers and partners' },
      where: { field: 'roles', op: 'hasAny', value: ['supplier', 'partner'] },
      sort: 'name',
    },
    {
      key: 'competitors',
      label: { vi: 'Đối thủ cạnh tranh', en: 'Competitors' },
      where: { field: 'roles', op: 'hasAny', value: ['competitor'] },
      sort: 'name',
    },
    ...rhythmViews('code', 'name'),
  ],
  fields: {
    code: f.autoNumber(
      { vi: 'Mã khách hàng', en: 'Account code' },
      {
        importNames: ['Mã KH', 'Customer code', 'Customer ID'],
        pattern: 'KH-{000000}',
        unique: true,
        section: 'identity',
      },
    ),
    kind: f.select(
      { vi: 'Loại khách hàng', en: 'Kind' },
      { options: kinds, default: 'company', required: true, section: 'identity' },
    ),
    name: f.text(
      { vi: 'Tên khách hàng', en: 'Name' },
      {
        importNames: [
          'Công ty',
          'Tên công ty',
          'Tên đơn vị',
          'Tên doanh nghiệp',
          'Company',
          'Company name',
          'Customer',
          'Organization',
        ],
        required: true,
        index: true,
        section: 'identity',
      },
    ),
    tradingName: f.text(
      { vi: 'Tên giao dịch', en: 'Trading name' },
      { importNames: ['Tên viết tắt', 'Thương hiệu', 'Brand'], section: 'identity' },
    ),
    roles: f.multiSelect({ vi: 'Vai trò', en: 'Roles' }, { options: roles, section: 'identity' }),
    stage: f.select(
      { vi: 'Giai đoạn', en: 'Stage' },
      {
        importNames: ['Trạng thái', 'Tình trạng', 'Status'],
        options: stages,
        default: 'toMarket',
        required: true,
        index: true,
        section: 'identity',
      },
    ),
    parent: f.relation(
      { vi: 'Công ty mẹ', en: 'Parent account' },
      {
        importNames: ['Trực thuộc', 'Subsidiary of', 'Parent company'],
        to: 'account',
        tree: true,
        inverse: { label: { vi: 'Công ty con', en: 'Subsidiaries' } },
        section: 'identity',
      },
    ),
    taxCode: f.text(
      { vi: 'Mã số thuế', en: 'Tax code' },
      {
        importNames: ['MST', 'Tax ID', 'Tax number', 'VAT number'],
        form: 'taxCode',
        max: 20,
        index: true,
        section: 'identity',
        help: {
          vi: '10 số, 10 số và 3 số chi nhánh, hoặc 12 số định danh cá nhân',
          en: '10 digits, 10 digits with a branch of 3, or the 12 digits of a person',
        },
      },
    ),
    foundedOn: f.date(
      { vi: 'Ngày thành lập', en: 'Founded on' },
      { importNames: ['Thành lập', 'Founded', 'Established on'], section: 'identity' },
    ),
    foundedYear: f.number(
      { vi: 'Năm thành lập', en: 'Year established' },
      {
        importNames: ['Founded year', 'Year founded'],
        min: 1600,
        max: 2200,
        plain: true,
        section: 'identity',
        help: {
          vi: 'Dùng khi không biết ngày; tự điền theo ngày thành lập',
          en: 'When the day is not known; follows the day it was founded on',
        },
      },
    ),
    formOfAddress,
    gender,
    birthday: f.date(
      { vi: 'Ngày sinh', en: 'Birthday' },
      { importNames: ['Sinh nhật', 'Date of birth', 'DOB'], index: true, section: 'identity' },
    ),
    lifeStage: f.select(
      { vi: 'Giai đoạn cuộc sống', en: 'Life stage' },
      { options: lifeStages, section: 'identity' },
    ),
    ...reachable,
    fax: f.phone({ vi: 'Fax', en: 'Fax' }, { section: 'reach' }),
    website: f.url({ vi: 'Trang web', en: 'Website' }, { section: 'reach' }),
    billingAddress: f.address(
      { vi: 'Địa chỉ xuất hoá đơn', en: 'Billing address' },
      {
        importNames: ['Địa chỉ', 'Trụ sở', 'Trụ sở chính', 'Address', 'Office location'],
        index: true,
        section: 'reach',
      },
    ),
    deliveryAddress: f.address(
      { vi: 'Địa chỉ giao hàng', en: 'Delivery address' },
      { importNames: ['Nơi giao hàng', 'Shipping address'], section: 'reach' },
    ),
    ownershipForm: f.select(
      { vi: 'Hình thức sở hữu', en: 'Ownership form' },
      {
        importNames: ['Loại hình doanh nghiệp', 'Loại hình công ty'],
        options: ownershipForms,
        open: true,
        section: 'profile',
      },
    ),
    sector: f.text(
      { vi: 'Ngành nghề', en: 'Sector' },
      { importNames: ['Ngành', 'Lĩnh vực', 'Industry'], max: 120, index: true, section: 'profile' },
    ),
    businessTypes: f.multiSelect(
      { vi: 'Loại hình kinh doanh', en: 'Business types' },
      { options: businessTypes, open: true, section: 'profile' },
    ),
    goodsTraded: f.tags(
      { vi: 'Mặt hàng kinh doanh', en: 'Goods traded' },
      { importNames: ['Mặt hàng', 'Sản phẩm kinh doanh'], section: 'profile' },
    ),
    employees: f.number(
      { vi: 'Số nhân viên', en: 'Employees' },
      {
        importNames: ['Nhân sự', 'Số lượng nhân viên', 'Quy mô', 'Headcount'],
        index: true,
        min: 0,
        max: 10_000_000,
        section: 'profile',
      },
    ),
    charterCapital: f.money(
      { vi: 'Vốn điều lệ', en: 'Charter capital' },
      { min: '0', section: 'profile' },
    ),
    yearlyRevenue: f.money(
      { vi: 'Doanh thu năm', en: 'Yearly revenue' },
      {
        importNames: ['Doanh thu', 'Revenue', 'Annual revenue'],
        min: '0',
        index: true,
        section: 'profile',
      },
    ),
    region: f.select(
      { vi: 'Khu vực', en: 'Region' },
      {
        importNames: ['Vùng', 'Miền', 'Territory'],
        options: regions,
        open: true,
        index: true,
        section: 'profile',
        help: {
          vi: 'Để trống thì lấy theo tỉnh của địa chỉ xuất hoá đơn',
          en: 'Left empty, it follows the province of the billing address',
        },
      },
    ),
    source,
    potential: f.select(
      { vi: 'Mức tiềm năng', en: 'Potential' },
      {
        importNames: ['Phân loại', 'Xếp hạng', 'Hạng'],
        options: potentials,
        index: true,
        section: 'relationship',
      },
    ),
    priority: f.boolean(
      { vi: 'Khách hàng ưu tiên', en: 'Priority' },
      { importNames: ['VIP'], index: true, section: 'relationship' },
    ),
    preferences,
    ...contactDates('activity.account'),
    lastActivityAt: f.dateTime(
      { vi: 'Hoạt động gần nhất', en: 'Last activity' },
      {
        section: 'relationship',
        index: true,
        rollup: {
          of: 'activity.account',
          fn: 'max',
          field: 'finishedAt',
          where: { field: 'status', op: 'eq', value: 'done' },
        },
      },
    ),
    stageSince: f.dateTime(
      { vi: 'Ở giai đoạn này từ', en: 'In this stage since' },
      { section: 'relationship', readOnly: true, index: true },
    ),
    ...doNotContact,
    notes,
  },
});
