import { expect, it } from 'vitest';
import { daysOf, periodOf, stretchOf } from './periods.ts';

it.each([
  ['today', '2026-11-22', '2026-11-22'],
  ['week', '2026-11-16', '2026-11-22'],
  ['month', '2026-11-01', '2026-11-30'],
  ['lastMonth', '2026-10-01', '2026-10-31'],
  ['quarter', '2026-10-01', '2026-12-31'],
  ['year', '2026-01-01', '2026-12-31'],
] as const)('%s of a Sunday in November is %s to %s', (period, from, to) => {
  expect(stretchOf(period, '2026-11-22')).toEqual({ from, to });
  expect(periodOf({ from, to }, '2026-11-22')).toBe(period);
});

it('knows the month before January, and any other days', () => {
  expect(stretchOf('lastMonth', '2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  expect(periodOf({ from: '2026-11-03', to: '2026-11-05' }, '2026-11-22')).toBe('custom');
  expect(daysOf({ from: '2026-02-27', to: '2026-03-01' })).toEqual([
    '2026-02-27',
    '2026-02-28',
    '2026-03-01',
  ]);
});
