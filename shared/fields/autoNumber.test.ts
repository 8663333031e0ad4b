import { expect, it } from 'vitest';
import { formatNumber, seriesKey } from './autoNumber.ts';

it('writes the counter with the zeros of the pattern, and longer when it outgrows them', () => {
  expect(formatNumber('KH-{000000}', 1, '2026-11-21')).toBe('KH-000001');
  expect(formatNumber('KH-{00}', 1234, '2026-11-21')).toBe('KH-1234');
  expect(formatNumber('HD-{yyyy}-{0000}', 42, '2026-11-21')).toBe('HD-2026-0042');
  expect(formatNumber('{yy}{mm}/{000}', 7, '2026-01-31')).toBe('2601/007');
});

it('starts a new series when the year or month of the pattern changes', () => {
  expect(seriesKey('KH-{000000}', '2026-11-21')).toBe('');
  expect(seriesKey('HD-{yyyy}-{0000}', '2026-11-21')).toBe('2026');
  expect(seriesKey('{yy}{mm}/{000}', '2026-11-21')).toBe('2026-11');
});
