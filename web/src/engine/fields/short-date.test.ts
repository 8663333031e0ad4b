import { describe, expect, it } from 'vitest';
import { readShortDate } from './short-date.ts';

// 23:30 in Hà Nội, while London is still in the day before.
const now = new Date('2026-11-21T16:30:00Z');
const read = (text: string, zone = 'Asia/Ho_Chi_Minh') => readShortDate(text, zone, now);

describe('readShortDate', () => {
  it('takes a day and a month for this year', () => {
    expect(read('20/11')).toBe('2026-11-20');
    expect(read('1-2')).toBe('2026-02-01');
    expect(read('31/02')).toBeUndefined();
  });

  it('knows the days around, on the clock of the person', () => {
    expect(read('hôm nay')).toBe('2026-11-21');
    expect(read('Mai')).toBe('2026-11-22');
    expect(read('yesterday')).toBe('2026-11-20');
    expect(read('hôm nay', 'Asia/Tokyo')).toBe('2026-11-22');
  });

  it('leaves what is no date', () => {
    expect(read('20')).toBeUndefined();
    expect(read('mai mốt')).toBeUndefined();
  });
});
