import { wardsOf } from '#server/modules/geography/index.ts';
import type { Random } from '../random.ts';

/** Area codes of fixed lines. */
const areaCodes: Readonly<Record<string, string>> = {
  '01': '24',
  '79': '28',
  '48': '236',
  '31': '225',
  '24': '222',
  '22': '203',
  '75': '251',
  '92': '292',
  '46': '234',
  '51': '255',
  '52': '256',
  '56': '258',
  '68': '263',
  '40': '238',
  '38': '237',
  '37': '229',
  '33': '221',
  '25': '210',
  '80': '272',
  '91': '296',
  '44': '232',
  '66': '262',
  '42': '239',
  '82': '277',
};
/** The first two digits of tax codes. */
const taxPrefixes: Readonly<Record<string, string>> = {
  '01': '01',
  '79': '03',
  '48': '04',
  '31': '02',
  '24': '23',
  '22': '57',
  '75': '36',
  '92': '18',
  '46': '33',
  '51': '43',
  '52': '41',
  '56': '42',
  '68': '58',
  '40': '29',
  '38': '28',
  '37': '27',
  '33': '09',
  '25': '26',
  '80': '11',
  '91': '16',
  '44': '31',
  '66': '60',
  '42': '30',
  '82': '14',
};
const streets = [
  'Trần Hưng Đạo',
  'Lê Lợi',
  'Nguyễn Huệ',
  'Hai Bà Trưng',
  'Lý Thường Kiệt',
  'Quang Trung',
  'Phan Chu Trinh',
  'Nguyễn Văn Linh',
  'Lê Duẩn',
  'Hoàng Diệu',
  'Ngô Quyền',
  'Điện Biên Phủ',
  'Nguyễn Trãi',
  'Phan Đình Phùng',
  'Bà Triệu',
  'Trường Chinh',
  'Hùng Vương',
  'Võ Nguyên Giáp',
  'Tôn Đức Thắng',
  'Nguyễn Thị Minh Khai',
  'Cách Mạng Tháng Tám',
  'Xô Viết Nghệ Tĩnh',
  'Trần Phú',
  'Đinh Tiên Hoàng',
  'Lạc Long Quân',
  'Âu Cơ',
];

export const areaCodeOf = (province: string): string => areaCodes[province] ?? '24';
export const taxPrefixOf = (province: string): string => taxPrefixes[province] ?? '01';

/** A place that exists down to its ward, in a street that every town has. */
export function address(random: Random, province: string, { industrial = false } = {}) {
  const wards = wardsOf(province);
  const towns = wards.filter(({ kind }) => kind === 'ward');
  const ward = random.pick(industrial || towns.length === 0 ? wards : towns);
  return {
    line1: industrial ? lot(random, ward.name) : house(random),
    wardCode: ward.code,
    provinceCode: province,
    countryCode: 'VN',
  };
}

const lot = (random: Random, ward: string): string =>
  `Lô ${random.pick(['A', 'B', 'C', 'D', 'CN'])}${random.between(1, 24)}, Khu công nghiệp ${ward}`;

function house(random: Random): string {
  const street = random.pick(streets);
  const number = random.between(2, 480);
  return random.weighted([
    [`${number} ${street}`, 6],
    [`Số ${number} đường ${street}`, 3],
    [`Ngõ ${random.between(2, 180)}, nhà số ${random.between(1, 60)} ${street}`, 2],
    [
      `Tầng ${random.between(2, 21)}, toà nhà ${random.pick(['Sông Hồng', 'Hoàng Thành', 'Ánh Dương', 'Bạch Đằng'])}, ${number} ${street}`,
      1,
    ],
  ]);
}
