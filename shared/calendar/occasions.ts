import type { Label } from '../define.ts';

/** When a yearly day is: of the solar year, of the lunar year, or the nth weekday of a month (7 is Sunday). */
export type OccasionRule =
  | { type: 'solar'; month: number; day: number }
  | { type: 'lunar'; month: number; day: number }
  /** The last day of the lunar year, which is the 29th or the 30th. */
  | { type: 'lunarYearEnd' }
  | { type: 'nthWeekday'; month: number; nth: number; weekday: number };

export interface Occasion {
  key: string;
  label: Label;
  rule: OccasionRule;
  /** `public`: a day off by law. `solemn`: kept in silence, without any advertising. */
  kind: 'public' | 'gift' | 'cultural' | 'solemn';
  /** Further days off right after it. */
  moreDays?: number;
}

const solar = (month: number, day: number): OccasionRule => ({ type: 'solar', month, day });
const lunar = (month: number, day: number): OccasionRule => ({ type: 'lunar', month, day });

/**
 * Public holidays of the Labour Code 2019, article 112, and the days on which gifts are given in Vietnam. Which days
 * around Tết and the National Day are off is decreed for each year; these are the usual ones, a company may change them.
 */
export const occasions: readonly Occasion[] = [
  {
    key: 'newYear',
    label: { vi: 'Tết Dương lịch', en: 'New Year' },
    rule: solar(1, 1),
    kind: 'public',
  },
  {
    key: 'lunarNewYearEve',
    label: { vi: 'Giao thừa', en: 'Lunar New Year’s Eve' },
    rule: { type: 'lunarYearEnd' },
    kind: 'public',
  },
  {
    key: 'lunarNewYear',
    label: { vi: 'Tết Nguyên Đán', en: 'Lunar New Year' },
    rule: lunar(1, 1),
    kind: 'public',
    moreDays: 3,
  },
  {
    key: 'hungKings',
    label: { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Day' },
    rule: lunar(3, 10),
    kind: 'public',
  },
  {
    key: 'reunification',
    label: { vi: 'Ngày Giải phóng', en: 'Reunification Day' },
    rule: solar(4, 30),
    kind: 'public',
  },
  {
    key: 'labour',
    label: { vi: 'Quốc tế Lao động', en: 'Labour Day' },
    rule: solar(5, 1),
    kind: 'public',
  },
  {
    key: 'nationalDayEve',
    label: { vi: 'Nghỉ Quốc khánh', en: 'National Day, first day' },
    rule: solar(9, 1),
    kind: 'public',
  },
  {
    key: 'nationalDay',
    label: { vi: 'Quốc khánh', en: 'National Day' },
    rule: solar(9, 2),
    kind: 'public',
  },
  {
    key: 'culture',
    label: { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnamese Culture Day' },
    rule: solar(11, 24),
    kind: 'public',
  },
  {
    key: 'valentine',
    label: { vi: 'Lễ Tình nhân', en: 'Valentine’s Day' },
    rule: solar(2, 14),
    kind: 'gift',
  },
  {
    key: 'doctors',
    label: { vi: 'Ngày Thầy thuốc', en: 'Doctors’ Day' },
    rule: solar(2, 27),
    kind: 'gift',
  },
  {
    key: 'women',
    label: { vi: 'Quốc tế Phụ nữ', en: 'Women’s Day' },
    rule: solar(3, 8),
    kind: 'gift',
  },
  {
    key: 'mothers',
    label: { vi: 'Ngày của Mẹ', en: 'Mother’s Day' },
    rule: { type: 'nthWeekday', month: 5, nth: 2, weekday: 7 },
    kind: 'gift',
  },
  {
    key: 'children',
    label: { vi: 'Quốc tế Thiếu nhi', en: 'Children’s Day' },
    rule: solar(6, 1),
    kind: 'gift',
  },
  {
    key: 'fathers',
    label: { vi: 'Ngày của Cha', en: 'Father’s Day' },
    rule: { type: 'nthWeekday', month: 6, nth: 3, weekday: 7 },
    kind: 'gift',
  },
  {
    key: 'press',
    label: { vi: 'Ngày Báo chí', en: 'Press Day' },
    rule: solar(6, 21),
    kind: 'gift',
  },
  {
    key: 'family',
    label: { vi: 'Ngày Gia đình', en: 'Family Day' },
    rule: solar(6, 28),
    kind: 'gift',
  },
  {
    key: 'invalids',
    label: { vi: 'Thương binh Liệt sĩ', en: 'War Invalids and Martyrs’ Day' },
    rule: solar(7, 27),
    kind: 'solemn',
  },
  {
    key: 'entrepreneurs',
    label: { vi: 'Ngày Doanh nhân', en: 'Entrepreneurs’ Day' },
    rule: solar(10, 13),
    kind: 'gift',
  },
  {
    key: 'vietnameseWomen',
    label: { vi: 'Phụ nữ Việt Nam', en: 'Vietnamese Women’s Day' },
    rule: solar(10, 20),
    kind: 'gift',
  },
  {
    key: 'teachers',
    label: { vi: 'Nhà giáo Việt Nam', en: 'Teachers’ Day' },
    rule: solar(11, 20),
    kind: 'gift',
  },
  {
    key: 'army',
    label: { vi: 'Quân đội Nhân dân', en: 'People’s Army Day' },
    rule: solar(12, 22),
    kind: 'gift',
  },
  {
    key: 'christmas',
    label: { vi: 'Giáng sinh', en: 'Christmas' },
    rule: solar(12, 24),
    kind: 'gift',
  },
  {
    key: 'wealthGod',
    label: { vi: 'Vía Thần Tài', en: 'God of Wealth Day' },
    rule: lunar(1, 10),
    kind: 'cultural',
  },
  {
    key: 'firstFullMoon',
    label: { vi: 'Rằm tháng Giêng', en: 'First full moon' },
    rule: lunar(1, 15),
    kind: 'cultural',
  },
  {
    key: 'doubleFifth',
    label: { vi: 'Tết Đoan Ngọ', en: 'Double Fifth' },
    rule: lunar(5, 5),
    kind: 'cultural',
  },
  {
    key: 'vuLan',
    label: { vi: 'Vu Lan', en: 'Vu Lan' },
    rule: lunar(7, 15),
    kind: 'cultural',
  },
  {
    key: 'midAutumn',
    label: { vi: 'Tết Trung thu', en: 'Mid-Autumn Festival' },
    rule: lunar(8, 15),
    kind: 'gift',
  },
  {
    key: 'kitchenGods',
    label: { vi: 'Ông Công Ông Táo', en: 'Kitchen Gods’ Day' },
    rule: lunar(12, 23),
    kind: 'cultural',
  },
];
