import { expect, it } from 'vitest';
import { restDaysOf, usualHours, weekdayOf, wrongDays } from './working-hours.ts';

it('knows days of rest and the day of the week', () => {
  expect(restDaysOf(usualHours)).toEqual([6, 7]);
  expect(weekdayOf('2026-11-22')).toBe('7');
  expect(weekdayOf('2026-11-23')).toBe('1');
});

it('finds hours that end before they begin, or overlap', () => {
  expect(wrongDays(usualHours)).toEqual([]);
  const wrong = {
    ...usualHours,
    2: [{ from: '12:00', to: '08:00' }],
    4: [
      { from: '08:00', to: '12:00' },
      { from: '11:00', to: '17:00' },
    ],
  };
  expect(wrongDays(wrong)).toEqual(['2', '4']);
});
