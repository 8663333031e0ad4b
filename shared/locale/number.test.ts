import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, guessNumberStyle, parseNumber, parseYesNo } from './number.ts';

describe('parseNumber', () => {
  it.each([
    ['1.234.567,891', 'vi', '1234567.891'],
    ['1.500', 'vi', '1500'],
    ['1500', 'vi', '1500'],
    ['1 500 000', 'vi', '1500000'],
    ['1\u00a0500,5', 'vi', '1500.5'],
    ['-1.500', 'vi', '-1500'],
    ['−1.500', 'vi', '-1500'],
    ['(1.500)', 'vi', '-1500'],
    [',5', 'vi', '0.5'],
    ['007', 'vi', '7'],
    ['-0,0', 'vi', '0'],
    ['1,50', 'vi', '1.5'],
    ['1,234,567.891', 'en', '1234567.891'],
    ['1.500', 'en', '1.5'],
    ['1,500', 'en', '1500'],
    ['12345678901234567890.12', 'en', '12345678901234567890.12'],
  ] as const)('reads %j in %s as %s', (text, style, expected) => {
    expect(parseNumber(text, style)).toBe(expected);
  });

  it.each([
    ['1.5', 'vi'],
    ['1,234.56', 'vi'],
    ['1.234,56', 'en'],
    ['1.23.456', 'vi'],
    ['0.500', 'vi'],
    ['1e309', 'en'],
    ['0x10', 'en'],
    ['NaN', 'en'],
    ['', 'vi'],
    ['-', 'vi'],
    ['1,', 'vi'],
    ['1 2', 'vi'],
    ['--1', 'vi'],
    ['9'.repeat(61), 'vi'],
  ] as const)('refuses %j in %s', (text, style) => {
    expect(parseNumber(text, style)).toBeUndefined();
  });

  it('reads back what formatNumber writes', () => {
    const decimal = fc
      .tuple(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.stringMatching(/^\d{0,3}[1-9]$/),
      )
      .map(([whole, decimals]) => `${whole}.${decimals}`);
    fc.assert(
      fc.property(decimal, fc.constantFrom('vi' as const, 'en' as const), (value, style) => {
        expect(parseNumber(formatNumber(value, style), style)).toBe(value);
      }),
    );
  });
});

describe('guessNumberStyle', () => {
  it.each([
    [['1.234,56', '1.500'], 'vi'],
    [['1,234.56', '1,500'], 'en'],
    [['1.500.000đ', '20'], 'vi'],
    [['$1,500,000', '20'], 'en'],
    [['1.500', '2.500'], 'uncertain'],
    [['1.234,56', '1,234.56'], 'uncertain'],
    [['1500', '20'], 'vi'],
    [['abc'], 'uncertain'],
    [[], 'uncertain'],
  ] as const)('%j is %s', (samples, expected) => {
    expect(guessNumberStyle(samples)).toBe(expected);
  });
});

describe('formatNumber', () => {
  it('leaves out the separators of what is a name, such as a year', () => {
    expect(formatNumber('2015', 'vi', { plain: true })).toBe('2015');
    expect(formatNumber('2015', 'vi')).toBe('2.015');
  });

  it('groups and rounds half up without floats', () => {
    expect(formatNumber('1234567.891', 'vi')).toBe('1.234.567,891');
    expect(formatNumber('1234567.891', 'en')).toBe('1,234,567.891');
    expect(formatNumber('1.005', 'vi', { decimals: 2 })).toBe('1,01');
    expect(formatNumber('12345678901234567890', 'en')).toBe('12,345,678,901,234,567,890');
    expect(formatNumber('abc', 'vi')).toBe('abc');
  });
});

describe('parseYesNo', () => {
  it('reads yes and no in both languages', () => {
    expect(['Có', 'x', 'YES', 'đúng', '1'].map(parseYesNo)).toEqual([true, true, true, true, true]);
    expect(['Không', 'no', '0'].map(parseYesNo)).toEqual([false, false, false]);
    expect(parseYesNo('có thể')).toBeUndefined();
  });
});
