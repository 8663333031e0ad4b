import { describe, expect, it } from 'vitest';
import {
  dateFromSerial,
  dateTimeFromSerial,
  formatDate,
  formatLongDate,
  guessDateOrder,
  parseDate,
} from './date.ts';
import { dateInZone, formatDateTime, isTimeZone, parseDateTime } from './date-time.ts';

const VN = 'Asia/Ho_Chi_Minh';

describe('guessDateOrder', () => {
  it.each([
    [['03/02/2026', '13/02/2026'], 'dmy'],
    [['03/02/2026', '02/13/2026'], 'mdy'],
    [['2026-02-03', '2026-02-13'], 'ymd'],
    [['2026-02-03', '13/02/2026'], 'dmy'],
    [['03/02/2026', '05/05/2026'], 'uncertain'],
    [['31/12/2026', '12/31/2026', '0000-00-00'], 'uncertain'],
    [['13/02/2026 10:30'], 'dmy'],
    [['ngày 3 tháng 2 năm 2026'], 'dmy'],
    [['abc', ''], 'uncertain'],
    [[], 'uncertain'],
  ] as const)('%j is %s', (samples, expected) => {
    expect(guessDateOrder(samples)).toBe(expected);
  });
});

describe('parseDate', () => {
  it.each([
    ['03/02/2026', 'dmy', '2026-02-03'],
    ['03/02/2026', 'mdy', '2026-03-02'],
    ['3-2-2026', 'dmy', '2026-02-03'],
    ['3.2.2026', 'dmy', '2026-02-03'],
    ['3 / 2 / 2026', 'dmy', '2026-02-03'],
    ['3/2/26', 'dmy', '2026-02-03'],
    ['20/10/75', 'dmy', '1975-10-20'],
    ['2026-02-03', 'dmy', '2026-02-03'],
    ['2026/2/3', 'mdy', '2026-02-03'],
    ['26-02-03', 'ymd', '2026-02-03'],
    ['20260203', 'ymd', '2026-02-03'],
    ['2026-02-03T00:00:00', 'dmy', '2026-02-03'],
    ['2026-02-03T00:00:00.000Z', 'dmy', '2026-02-03'],
    ['03/02/2026 00:00:00', 'dmy', '2026-02-03'],
    ['ngày 3 tháng 2 năm 2026', 'mdy', '2026-02-03'],
    ['Ngày 03 tháng 02 năm 2026', 'dmy', '2026-02-03'],
    ['3 tháng 2, 2026', 'dmy', '2026-02-03'],
    ['3 thg 2, 2026', 'dmy', '2026-02-03'],
    ['Thứ Ba, 03/02/2026', 'dmy', '2026-02-03'],
    ['Chủ Nhật, 01/02/2026', 'dmy', '2026-02-01'],
    ['3 Feb 2026', 'mdy', '2026-02-03'],
    ['3-Feb-26', 'mdy', '2026-02-03'],
    ['February 3, 2026', 'dmy', '2026-02-03'],
    ['Sept. 3rd, 2026', 'dmy', '2026-09-03'],
    ['29/02/2024', 'dmy', '2024-02-29'],
    ['01/01/1800', 'dmy', '1800-01-01'],
    ['31/12/2200', 'dmy', '2200-12-31'],
  ] as const)('reads %j in %s as %s', (text, order, expected) => {
    expect(parseDate(text, order)).toBe(expected);
    expect(parseDate(text.normalize('NFD'), order)).toBe(expected);
  });

  it.each([
    ['30/02/2026', 'dmy'],
    ['29/02/2026', 'dmy'],
    ['29/02/1900', 'dmy'],
    ['13/13/2026', 'dmy'],
    ['02/13/2026', 'dmy'],
    ['0000-00-00', 'dmy'],
    ['00/01/2026', 'dmy'],
    ['31/12/1799', 'dmy'],
    ['01/01/2201', 'dmy'],
    ['3/2-2026', 'dmy'],
    ['3/2/202', 'dmy'],
    ['20260203', 'dmy'],
    ['3 Foo 2026', 'dmy'],
    ['3 Marble 2026', 'dmy'],
    ['2026', 'dmy'],
    ['', 'dmy'],
    ['hôm nay', 'dmy'],
    ['1'.repeat(100_000), 'dmy'],
  ] as const)('refuses %j in %s', (text, order) => {
    expect(parseDate(text, order)).toBeUndefined();
  });
});

describe('spreadsheet serial numbers', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [25569, '1970-01-01'],
    [46056, '2026-02-03'],
    [46056.75, '2026-02-03'],
    [60, undefined],
    [0, undefined],
    [-1, undefined],
    [Number.NaN, undefined],
    [1e9, undefined],
  ])('day %s is %s', (serial, expected) => {
    expect(dateFromSerial(serial)).toBe(expected);
  });

  it('counts from 1904 in files of the Macintosh', () => {
    expect(dateFromSerial(0, { base1904: true })).toBe('1904-01-01');
    expect(dateFromSerial(46056 - 1462, { base1904: true })).toBe('2026-02-03');
  });

  it('keeps the time of day', () => {
    expect(dateTimeFromSerial(46056.604166666664)).toBe('2026-02-03T14:30:00');
    expect(dateTimeFromSerial(46056.9999999)).toBe('2026-02-04T00:00:00');
  });
});

describe('formatDate', () => {
  it('writes the day first, with the whole year', () => {
    expect(formatDate('2026-02-03')).toBe('03/02/2026');
    expect(formatDate('?')).toBe('?');
    expect(formatLongDate('2026-02-03', 'vi')).toBe('ngày 03 tháng 02 năm 2026');
    expect(formatLongDate('2026-02-03', 'en')).toBe('3 February 2026');
  });
});

describe('parseDateTime', () => {
  it.each([
    ['03/02/2026 14:30', '2026-02-03T07:30:00.000Z'],
    ['3/2/2026 14:30:15', '2026-02-03T07:30:15.000Z'],
    ['14:30 03/02/2026', '2026-02-03T07:30:00.000Z'],
    ['14h30 ngày 03/02/2026', '2026-02-03T07:30:00.000Z'],
    ['lúc 14 giờ 30 ngày 3 tháng 2 năm 2026', '2026-02-03T07:30:00.000Z'],
    ['03/02/2026 2:30 PM', '2026-02-03T07:30:00.000Z'],
    ['03/02/2026 2:30 CH', '2026-02-03T07:30:00.000Z'],
    ['03/02/2026 12:05 SA', '2026-02-02T17:05:00.000Z'],
    ['03/02/2026 8h', '2026-02-03T01:00:00.000Z'],
    ['2026-02-03T14:30', '2026-02-03T07:30:00.000Z'],
    ['2026-02-03T14:30:00.123Z', '2026-02-03T14:30:00.123Z'],
    ['2026-02-03T14:30:00+09:00', '2026-02-03T05:30:00.000Z'],
    ['03/02/2026', '2026-02-02T17:00:00.000Z'],
  ])('reads %j in Vietnam as %s', (text, expected) => {
    expect(parseDateTime(text, 'dmy', VN)).toBe(expected);
  });

  it.each([
    '03/02/2026 24:00',
    '03/02/2026 14:60',
    '03/02/2026 13:00 PM',
    '30/02/2026 10:00',
    '2026-02-30T10:00:00Z',
    '9999-02-03T10:00:00Z',
    '14:30',
    '',
  ])('refuses %j', (text) => {
    expect(parseDateTime(text, 'dmy', VN)).toBeUndefined();
  });

  it('handles the hours that summer time skips and repeats', () => {
    const paris = 'Europe/Paris';
    expect(parseDateTime('29/03/2026 02:30', 'dmy', paris)).toBe('2026-03-29T01:30:00.000Z');
    expect(parseDateTime('25/10/2026 02:30', 'dmy', paris)).toBe('2026-10-25T00:30:00.000Z');
    expect(parseDateTime('25/10/2026 03:30', 'dmy', paris)).toBe('2026-10-25T02:30:00.000Z');
    expect(parseDateTime('29/03/2026 03:30', 'dmy', paris)).toBe('2026-03-29T01:30:00.000Z');
  });
});

describe('time zones', () => {
  it('knows which day it is in Vietnam', () => {
    const instant = new Date('2026-02-16T17:30:00Z');
    expect(dateInZone(instant, VN)).toBe('2026-02-17');
    expect(dateInZone(instant, 'UTC')).toBe('2026-02-16');
    expect(formatDateTime(instant, VN)).toBe('17/02/2026 00:30');
  });

  it('tells a zone from nonsense', () => {
    expect(isTimeZone(VN)).toBe(true);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
  });
});
