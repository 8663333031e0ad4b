import type { SampleCompany } from '../sample.ts';
import { distributorDealings } from '../words/dealings/distributor.ts';
import { distributorOffice } from '../words/office/distributor.ts';

const channels = [
  {
    value: 'grocery',
    label: { vi: 'Tạp hoá (GT)', en: 'Groceries (general trade)' },
    color: 'blue' as const,
  },
  {
    value: 'supermarket',
    label: { vi: 'Siêu thị (MT)', en: 'Supermarkets (modern trade)' },
    color: 'green' as const,
  },
  {
    value: 'horeca',
    label: { vi: 'Nhà hàng, khách sạn', en: 'Restaurants and hotels' },
    color: 'orange' as const,
  },
  {
    value: 'agent',
    label: { vi: 'Đại lý cấp 2', en: 'Second-tier agents' },
    color: 'teal' as const,
  },
];

export const distributor: SampleCompany = {
  key: 'distributor',
  name: 'Phân phối Sông Hàn',
  label: { vi: 'Nhà phân phối, Đà Nẵng', en: 'Distributor, Đà Nẵng' },
  domain: 'phanphoisonghan.example',
  teams: [
    { key: 'sales', name: 'Phòng bán hàng', leader: 'manager' },
    { key: 'city', name: 'Tuyến thành phố', parent: 'sales', leader: 'leader' },
    { key: 'provinces', name: 'Tuyến tỉnh', parent: 'sales', leader: 'province1' },
  ],
  members: [
    {
      key: 'director',
      name: 'Lê Thị Bảo Trâm',
      role: 'administrator',
      teams: ['sales'],
      sells: false,
    },
    { key: 'manager', name: 'Phan Văn Hoài', role: 'manager', teams: ['sales'], sells: true },
    { key: 'leader', name: 'Nguyễn Thị Xuân Mai', role: 'manager', teams: ['city'], sells: true },
    { key: 'employee', name: 'Trần Nhật Tân', role: 'employee', teams: ['city'], sells: true },
    { key: 'city2', name: 'Võ Thị Thu Sương', role: 'employee', teams: ['city'], sells: true },
    { key: 'city3', name: 'Hồ Đắc Lợi', role: 'employee', teams: ['city'], sells: true },
    { key: 'city4', name: 'Đoàn Minh Hằng', role: 'employee', teams: ['city'], sells: true },
    {
      key: 'province1',
      name: 'Trịnh Công Vinh',
      role: 'employee',
      teams: ['provinces'],
      sells: true,
    },
    {
      key: 'province2',
      name: 'Bùi Thị Như Ý',
      role: 'employee',
      teams: ['provinces'],
      sells: true,
    },
    {
      key: 'province3',
      name: 'Tôn Thất Khải',
      role: 'employee',
      teams: ['provinces'],
      sells: true,
    },
    { key: 'stock', name: 'Mai Xuân Phú', role: 'employee', teams: ['sales'], sells: false },
  ],
  fields: [
    {
      object: 'account',
      field: {
        key: 'salesChannel',
        kind: 'select',
        label: { vi: 'Kênh bán', en: 'Sales channel' },
        options: channels,
        section: 'relationship',
      },
    },
    {
      object: 'account',
      field: {
        key: 'creditLimit',
        kind: 'money',
        label: { vi: 'Hạn mức công nợ', en: 'Credit limit' },
        min: '0',
        section: 'relationship',
      },
    },
  ],
  views: [
    {
      by: 'director',
      object: 'account',
      view: {
        name: 'Bảng theo kênh bán',
        audience: 'everyone',
        definition: { display: 'board', groupBy: 'salesChannel', sort: 'name' },
      },
    },
    {
      by: 'director',
      object: 'account',
      view: {
        name: 'Hạn mức công nợ cao',
        audience: 'everyone',
        definition: {
          display: 'table',
          where: {
            field: 'creditLimit',
            op: 'gte',
            value: { amount: '100000000', currency: 'VND' },
          },
          sort: '-creditLimit',
          columns: ['code', 'name', 'salesChannel', 'creditLimit', 'phones', 'owner'],
        },
      },
    },
    {
      by: 'leader',
      object: 'account',
      view: {
        name: 'Đà Nẵng, chưa ghé 30 ngày',
        audience: 'team',
        definition: {
          display: 'table',
          where: {
            and: [
              { field: 'billingAddress.provinceCode', op: 'eq', value: '48' },
              { field: 'lastContactAt', op: 'lt', value: { relative: 'last30Days' } },
            ],
          },
          sort: 'lastContactAt',
        },
      },
    },
  ],
  trade: {
    companies: 80,
    persons: 34,
    leads: 70,
    provinces: [
      ['48', 14],
      ['46', 4],
      ['51', 4],
      ['52', 2],
      ['44', 2],
      ['56', 1],
      ['66', 2],
    ],
    segments: [
      {
        sector: 'Tạp hoá',
        weight: 6,
        patterns: ['Tạp hoá {brand}', 'Hộ kinh doanh {brand}', 'Cửa hàng tiện lợi {brand}'],
        ownership: ['householdBusiness'],
        businessTypes: ['retail'],
        goods: ['nước ngọt', 'mì gói', 'bánh kẹo', 'sữa hộp'],
        employees: [1, 6],
        revenue: [1, 8],
      },
      {
        sector: 'Siêu thị',
        weight: 2,
        patterns: ['Siêu thị {brand}', 'Công ty Cổ phần Bán lẻ {brand}'],
        ownership: ['jointStock', 'multiMemberLlc'],
        businessTypes: ['retail'],
        goods: ['hàng tiêu dùng nhanh', 'thực phẩm đông lạnh'],
        employees: [20, 260],
        revenue: [20, 300],
      },
      {
        sector: 'Nhà hàng, khách sạn',
        weight: 4,
        patterns: [
          'Nhà hàng Hải sản {brand}',
          'Khách sạn {brand}',
          'Công ty TNHH Nghỉ dưỡng {brand}',
          'Quán ăn {brand}',
        ],
        ownership: ['householdBusiness', 'oneMemberLlc', 'multiMemberLlc'],
        businessTypes: ['hospitality'],
        goods: ['bia', 'nước suối', 'gia vị'],
        employees: [6, 180],
        revenue: [2, 80],
      },
      {
        sector: 'Đại lý bán buôn',
        weight: 3,
        patterns: [
          'Công ty TNHH Thương mại {brand}',
          'Đại lý {brand}',
          'Doanh nghiệp tư nhân {brand}',
        ],
        ownership: ['multiMemberLlc', 'privateEnterprise', 'householdBusiness'],
        businessTypes: ['wholesale'],
        goods: ['nước mắm', 'dầu ăn', 'bột giặt'],
        employees: [4, 40],
        revenue: [8, 120],
      },
      {
        sector: 'Trường học, bếp ăn',
        weight: 2,
        patterns: ['Bếp ăn Công nghiệp {brand}', 'Trường Mầm non {brand}'],
        ownership: ['oneMemberLlc', 'publicBody'],
        businessTypes: ['education', 'services'],
        goods: ['sữa học đường', 'gạo', 'dầu ăn'],
        employees: [8, 90],
        revenue: [2, 30],
      },
    ],
    suppliers: [
      { name: 'Nhà máy Nước khoáng Suối Bà Nà', offers: ['nước khoáng', 'nước bình 20 lít'] },
      { name: 'Công ty Cổ phần Nước mắm Nam Ô Vàng', offers: ['nước mắm', 'mắm ruốc'] },
      { name: 'Nhà máy Bánh kẹo Hương Miền Trung', offers: ['mè xửng', 'bánh khô'] },
      { name: 'Công ty TNHH Sữa Cao Nguyên Trắng', offers: ['sữa tươi', 'sữa chua'] },
    ],
    competitors: [
      { name: 'Phân phối Ngũ Hành', offers: ['nước ngọt', 'bia'] },
      { name: 'Tổng kho Miền Trung', offers: ['mì gói', 'dầu ăn'] },
      { name: 'Nhà phân phối Hoà Cường', offers: ['bánh kẹo', 'sữa hộp'] },
    ],
    needs: [
      {
        name: 'Nhập hàng Tết: bánh kẹo và nước ngọt',
        products: ['bánh kẹo', 'nước ngọt'],
        budget: [20, 280],
      },
      {
        name: 'Hợp đồng nước uống cho nhà hàng',
        products: ['nước suối', 'bia'],
        budget: [15, 160],
      },
      { name: 'Tủ mát và kệ trưng bày', products: ['tủ mát', 'kệ hàng'], budget: [6, 45] },
      { name: 'Giao hàng hai lần mỗi tuần', products: ['giao hàng'], budget: [5, 60] },
      { name: 'Đổi nhà cung cấp dầu ăn', products: ['dầu ăn'], budget: [10, 120] },
    ],
    plans: [
      { name: '300 thùng nước khoáng mùa hè', products: ['nước khoáng'], budget: [18, 60] },
      { name: 'Lô mì gói quý tới', products: ['mì gói'], budget: [15, 140] },
      { name: 'Sữa học đường học kỳ mới', products: ['sữa tươi'], budget: [25, 200] },
      { name: 'Nước mắm cho chuỗi quán ăn', products: ['nước mắm'], budget: [8, 70] },
    ],
    press: [
      {
        title: '{name} đón khách đoàn đầu mùa lễ hội pháo hoa',
        summary: 'Công suất phòng và bàn tiệc tăng mạnh trong tháng.',
        tone: 'positive',
      },
      {
        title: '{name} bình ổn giá hàng Tết',
        summary: '{name} cam kết giữ giá mười mặt hàng thiết yếu.',
        tone: 'positive',
      },
      {
        title: 'Quản lý thị trường kiểm tra {name}',
        summary: 'Không phát hiện vi phạm, nhắc nhở về niêm yết giá.',
        tone: 'neutral',
      },
      {
        title: '{name} tạm đóng một điểm bán sau bão',
        summary: 'Điểm bán sẽ mở lại khi sửa xong mái.',
        tone: 'negative',
      },
    ],
    interests: [
      'Muốn mở đại lý nước khoáng ở Hội An.',
      'Hỏi chiết khấu khi lấy 100 thùng mì.',
      'Cần giao hàng về Tam Kỳ hai lần mỗi tuần.',
      'Hỏi có hỗ trợ tủ mát không.',
      'Nhà hàng mới mở, cần báo giá bia và nước ngọt.',
      'Muốn đổi trả hàng cận hạn, hỏi điều kiện.',
    ],
    campaigns: ['Mở điểm bán mới', 'Hè mát lạnh', 'Chiết khấu cuối quý', 'Hàng Tết về sớm'],
    preferences: [
      'giao buổi sáng',
      'công nợ 15 ngày',
      'trả tiền mặt',
      'cần tủ mát',
      'thích khuyến mãi tặng hàng',
      'ghé thứ Ba',
      'ghé thứ Sáu',
    ],
    accountNotes: [
      'Chủ tiệm đi chợ sáng, ghé sau 9 giờ.',
      'Hẻm nhỏ, chỉ xe ba gác vào được.',
      'Trả tiền ngay khi nhận hàng, không ghi nợ.',
      'Bán chạy nước ngọt, chậm hàng sữa.',
    ],
    contactNotes: [
      'Gọi trước khi giao.',
      'Con trai chủ tiệm đặt hàng qua Zalo.',
      'Ký nhận hàng buổi chiều.',
      'Thích trưng bày kệ đầu dãy.',
    ],
    dealings: distributorDealings,
    office: distributorOffice,
    custom: (random, segment) => ({
      ...(segment && { salesChannel: channelOf(segment.sector) }),
      ...(segment &&
        random.chance(0.6) && {
          creditLimit: { amount: String(random.between(1, 40) * 5_000_000), currency: 'VND' },
        }),
    }),
  },
};

function channelOf(sector: string): string {
  if (sector === 'Siêu thị') return 'supermarket';
  if (sector === 'Nhà hàng, khách sạn' || sector.startsWith('Trường')) return 'horeca';
  return sector === 'Đại lý bán buôn' ? 'agent' : 'grocery';
}
