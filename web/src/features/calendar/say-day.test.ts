import { expect, it } from 'vitest';
import { sayDay, saySpan, sayWeekday } from './say-day.ts';

it('says days and spans as people write them', () => {
  expect(saySpan('2026-11-16', '2026-11-22', 'vi')).toBe('16 – 22 tháng 11, 2026');
  expect(saySpan('2026-11-30', '2026-12-06', 'vi')).toBe('30 tháng 11 – 6 tháng 12, 2026');
  expect(saySpan('2026-11-30', '2026-12-06', 'en')).toBe('30 November – 6 December 2026');
  expect(saySpan('2026-12-28', '2027-01-03', 'vi')).toBe('28 tháng 12, 2026 – 3 tháng 1, 2027');
  expect(saySpan('2026-11-19', '2026-11-19', 'en')).toBe('19 November 2026');
  expect(sayDay('2026-11-19', 'vi')).toBe('Thứ Năm, 19/11');
  expect([sayWeekday('2026-11-22', 'vi'), sayWeekday('2026-11-19', 'vi')]).toEqual(['CN', 'T5']);
});
