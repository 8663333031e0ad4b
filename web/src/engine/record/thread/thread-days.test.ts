import { expect, it } from 'vitest';
import { dayBefore, inStretches, stretchName } from './thread-days.ts';

const now = new Date('2026-11-22T03:00:00Z');
const timeZone = 'Asia/Ho_Chi_Minh';
const at = (...moments: string[]) => moments.map((moment) => ({ at: moment }));

it('tells near days one by one and older ones by month, on the clock of the reader', () => {
  const entries = at(
    '2026-11-22T01:00:00Z',
    // Already the 22nd in Việt Nam.
    '2026-11-21T17:30:00Z',
    '2026-11-21T16:30:00Z',
    '2026-09-30T10:00:00Z',
    '2026-09-02T10:00:00Z',
    '2025-09-02T10:00:00Z',
  );
  expect(
    inStretches(entries, { now, timeZone }).map(({ key, isNear, entries }) => [
      key,
      isNear,
      entries.length,
    ]),
  ).toEqual([
    ['2026-11-22', true, 2],
    ['2026-11-21', true, 1],
    ['2026-09', false, 2],
    ['2025-09', false, 1],
  ]);
});

it('names days and months in both languages', () => {
  expect(stretchName('2026-11-17', '2026-11-22', 'vi')).toBe('Thứ Ba, 17/11');
  expect(stretchName('2026-11-17', '2026-11-22', 'en')).toBe('Tuesday, 17/11');
  expect(stretchName('2025-12-30', '2026-01-02', 'vi')).toBe('Thứ Ba, 30/12/2025');
  expect(stretchName('2026-09', '2026-11-22', 'vi')).toBe('Tháng 9');
  expect(stretchName('2025-09', '2026-11-22', 'en')).toBe('September 2025');
  expect(dayBefore('2026-03-01')).toBe('2026-02-28');
});
