import { describe, expect, it } from 'vitest';
import { readShortDate, readShortMoment } from './short-date.ts';

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

describe('readShortMoment', () => {
  const moment = (text: string) => readShortMoment(text, 'Asia/Ho_Chi_Minh', now);

  it.each([
    ['mai 14h30', '2026-11-22T07:30:00.000Z'],
    ['9h hôm nay', '2026-11-21T02:00:00.000Z'],
    ['5/3 8:00', '2026-03-05T01:00:00.000Z'],
    ['8:00 ngày 5/3', '2026-03-05T01:00:00.000Z'],
    ['14:30', '2026-11-21T07:30:00.000Z'],
    ['2:30 CH', '2026-11-21T07:30:00.000Z'],
    ['hôm qua', '2026-11-19T17:00:00.000Z'],
    ['bây giờ', '2026-11-21T16:30:00.000Z'],
  ])('reads %s', (text, instant) => {
    expect(moment(text)).toBe(instant);
  });

  it.each(['', 'lúc nào đó', '25:00', '31/02 8:00', '8'])('leaves %s', (text) => {
    expect(moment(text)).toBeUndefined();
  });
});
