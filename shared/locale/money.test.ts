import { describe, expect, it } from 'vitest';
import { formatCompact, formatMoney } from './format-money.ts';
import { parseMoney } from './money.ts';

describe('parseMoney', () => {
  it.each([
    ['1tr5', '1500000', undefined],
    ['1tr500', '1500000', undefined],
    ['1.5tr', '1500000', undefined],
    ['1,5 triệu', '1500000', undefined],
    ['1,25 triệu đồng', '1250000', 'VND'],
    ['2 tỷ', '2000000000', undefined],
    ['2 tỉ', '2000000000', undefined],
    ['2tỷ5', '2500000000', undefined],
    ['1 tỷ 200 triệu', '1200000000', undefined],
    ['3 nghìn tỷ', '3000000000000', undefined],
    ['500k', '500000', undefined],
    ['500K', '500000', undefined],
    ['500 nghìn đồng', '500000', 'VND'],
    ['1.500 triệu', '1500000000', undefined],
    ['1.500.000đ', '1500000', 'VND'],
    ['1.500.000 đ', '1500000', 'VND'],
    ['1.500.000\u00a0₫', '1500000', 'VND'],
    ['1,500,000 VND', '1500000', 'VND'],
    ['1.500đ', '1500', 'VND'],
    ['1,500đ', '1500', 'VND'],
    ['₫1,500,000', '1500000', 'VND'],
    ['1500000', '1500000', undefined],
    ['1.500.000', '1500000', undefined],
    ['1.500', '1500', undefined],
    ['$1,234.50', '1234.5', 'USD'],
    ['$1,500', '1500', 'USD'],
    ['-$20', '-20', 'USD'],
    ['1.234,50 €', '1234.5', 'EUR'],
    ['USD 1,234.50', '1234.5', 'USD'],
    ['1.000.000 JPY', '1000000', 'JPY'],
    ['-1.500.000 ₫', '-1500000', 'VND'],
    ['0đ', '0', 'VND'],
  ])('reads %j', (text, amount, currency) => {
    const expected = currency === undefined ? { amount } : { amount, currency };
    expect(parseMoney(text)).toEqual(expected);
    expect(parseMoney(text.normalize('NFD'))).toEqual(expected);
  });

  it('follows the style of the file when it is known', () => {
    expect(parseMoney('1,500', { style: 'en' })).toEqual({ amount: '1500' });
    expect(parseMoney('1,500', { style: 'vi' })).toEqual({ amount: '1.5' });
    expect(parseMoney('1.500', { style: 'en' })).toEqual({ amount: '1.5' });
    expect(parseMoney('1,500', { currency: 'VND' })).toEqual({ amount: '1500' });
  });

  it.each([
    '',
    'đ',
    'triệu',
    'miễn phí',
    '1tr50',
    '1,500',
    '1,500 triệu',
    '200 triệu 1 tỷ',
    '$5 VND',
    '5 xyz',
    '1e9',
    '1.5.0đ',
    '10 d 5',
    '9'.repeat(200),
  ])('refuses %j', (text) => {
    expect(parseMoney(text)).toBeUndefined();
  });
});

describe('formatMoney', () => {
  it.each([
    ['1500000', 'VND', 'vi', '1.500.000\u00a0₫'],
    ['1500000', 'VND', 'en', '₫1,500,000'],
    ['0.5', 'VND', 'vi', '1\u00a0₫'],
    ['1234.5', 'USD', 'vi', '1.234,50\u00a0$'],
    ['1234.5', 'USD', 'en', '$1,234.50'],
    ['-1234.5', 'USD', 'en', '-$1,234.50'],
    ['90071992547409931234', 'VND', 'en', '₫90,071,992,547,409,931,234'],
    ['abc', 'VND', 'en', 'abc VND'],
  ] as const)('shows %s %s in %s', (amount, currency, language, expected) => {
    expect(formatMoney(amount, currency, language)).toBe(expected);
  });
});

describe('formatCompact', () => {
  it.each([
    ['1500000', 'vi', '1,5 triệu'],
    ['2500000000', 'vi', '2,5 tỷ'],
    ['999960000', 'vi', '1 tỷ'],
    ['500000', 'vi', '500 nghìn'],
    ['2000000000000', 'vi', '2.000 tỷ'],
    ['-1500000', 'vi', '-1,5 triệu'],
    ['999', 'vi', '999'],
    ['950000', 'vi', '950 nghìn'],
    ['999950000', 'vi', '1 tỷ'],
    ['999940000', 'vi', '999,9 triệu'],
    ['0', 'vi', '0'],
    ['1500000', 'en', '1.5M'],
    ['2500000000', 'en', '2.5B'],
  ] as const)('shows %s in %s as %s', (amount, language, expected) => {
    expect(formatCompact(amount, language)).toBe(expected);
  });
});
