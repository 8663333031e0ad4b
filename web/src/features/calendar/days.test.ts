import { expect, it } from 'vitest';
import { plusMonths, weekNumber, weekOf, weeksOfMonth } from './days.ts';

it('weeks begin on Monday, and count as ISO 8601 says', () => {
  expect(weekOf('2026-11-22')).toBe('2026-11-16');
  expect(weekOf('2026-11-16')).toBe('2026-11-16');
  expect(weekNumber('2026-11-19')).toBe(47);
  expect(weekNumber('2027-01-01')).toBe(53);
  expect(weekNumber('2027-01-04')).toBe(1);
});

it('a month is shown in whole weeks', () => {
  const days = weeksOfMonth('2026-11-22');
  expect([days[0], days.at(-1), days.length]).toEqual(['2026-10-26', '2026-12-06', 42]);
  expect(weeksOfMonth('2027-02-10')).toHaveLength(28);
});

it('a month on, a day that is not there is the last one', () => {
  expect(plusMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(plusMonths('2026-12-15', 1)).toBe('2027-01-15');
  expect(plusMonths('2026-01-15', -1)).toBe('2025-12-15');
});
