import { fold } from '#shared/locale/text.ts';
import type { Random } from '../random.ts';

export interface SamplePerson {
  name: string;
  gender: 'male' | 'female';
  /** As a younger or equal person would speak to them. */
  formOfAddress: string;
  birthYear: number;
}

const families: readonly (readonly [string, number])[] = [
  ['Nguyễn', 30],
  ['Trần', 12],
  ['Lê', 10],
  ['Phạm', 8],
  ['Hoàng', 5],
  ['Huỳnh', 4],
  ['Phan', 5],
  ['Vũ', 4],
  ['Võ', 4],
  ['Đặng', 4],
  ['Bùi', 4],
  ['Đỗ', 4],
  ['Hồ', 3],
  ['Ngô', 3],
  ['Dương', 2],
  ['Lý', 1],
  ['Đinh', 2],
  ['Mai', 1],
  ['Trịnh', 1],
  ['Đoàn', 1],
  ['Lương', 1],
  ['Tạ', 1],
  ['Quách', 1],
];
const middles = {
  female: [
    'Thị',
    'Thị',
    'Thu',
    'Ngọc',
    'Thanh',
    'Minh',
    'Phương',
    'Kim',
    'Bích',
    'Hồng',
    'Thị Thu',
    'Thị Ngọc',
    'Hoàng',
    'Quỳnh',
    'Khánh',
    'Diệu',
  ],
  male: [
    'Văn',
    'Văn',
    'Minh',
    'Đức',
    'Quang',
    'Hữu',
    'Xuân',
    'Quốc',
    'Anh',
    'Thanh',
    'Công',
    'Đình',
    'Hoàng',
    'Gia',
    'Tuấn',
    'Trọng',
  ],
};
const givens = {
  female: [
    'Hà',
    'Lan',
    'Hương',
    'Trang',
    'Linh',
    'Thảo',
    'Ngân',
    'Yến',
    'Mai',
    'Hạnh',
    'Dung',
    'Nhung',
    'Phượng',
    'Thuý',
    'Vân',
    'Oanh',
    'Tuyết',
    'Hiền',
    'Nga',
    'Châu',
    'Uyên',
    'Giang',
    'My',
    'Ánh',
    'Loan',
    'Diễm',
    'Trâm',
    'Quyên',
  ],
  male: [
    'Hùng',
    'Dũng',
    'Tuấn',
    'Long',
    'Khoa',
    'Hải',
    'Nam',
    'Sơn',
    'Phúc',
    'Thắng',
    'Bình',
    'Kiên',
    'Đạt',
    'Trung',
    'Vinh',
    'Hoà',
    'Thịnh',
    'Toàn',
    'Lâm',
    'Khánh',
    'Tùng',
    'Hiếu',
    'Nghĩa',
    'Phong',
    'Quân',
    'Duy',
    'Tài',
    'Lộc',
  ],
};

export function somebody(random: Random, thisYear: number): SamplePerson {
  const gender = random.chance(0.54) ? 'female' : 'male';
  const birthYear = thisYear - random.between(24, 66);
  const name = `${random.weighted(families)} ${random.pick(middles[gender])} ${random.pick(givens[gender])}`;
  return { name, gender, birthYear, formOfAddress: formOf(gender, thisYear - birthYear) };
}

function formOf(gender: 'male' | 'female', age: number): string {
  if (age >= 60) return 'bac';
  if (age >= 50) return gender === 'male' ? 'chu' : 'co';
  if (age < 27) return 'em';
  return gender === 'male' ? 'anh' : 'chi';
}

/** `Nguyễn Thị Thu Hà` gives `ha.nguyen`. */
export function mailName(name: string): string {
  const words = fold(name).split(' ');
  return [words.at(-1), words[0]].join('.');
}
