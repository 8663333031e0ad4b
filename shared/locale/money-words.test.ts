import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyInWords, numberInEnglish, numberInVietnamese } from './money-words.ts';

describe('numberInVietnamese', () => {
  it.each([
    ['0', 'không'],
    ['4', 'bốn'],
    ['10', 'mười'],
    ['11', 'mười một'],
    ['14', 'mười bốn'],
    ['15', 'mười lăm'],
    ['20', 'hai mươi'],
    ['21', 'hai mươi mốt'],
    ['24', 'hai mươi tư'],
    ['25', 'hai mươi lăm'],
    ['44', 'bốn mươi tư'],
    ['55', 'năm mươi lăm'],
    ['91', 'chín mươi mốt'],
    ['100', 'một trăm'],
    ['101', 'một trăm lẻ một'],
    ['104', 'một trăm lẻ bốn'],
    ['105', 'một trăm lẻ năm'],
    ['110', 'một trăm mười'],
    ['115', 'một trăm mười lăm'],
    ['121', 'một trăm hai mươi mốt'],
    ['1000', 'một nghìn'],
    ['1001', 'một nghìn không trăm lẻ một'],
    ['1010', 'một nghìn không trăm mười'],
    ['1015', 'một nghìn không trăm mười lăm'],
    ['1105', 'một nghìn một trăm lẻ năm'],
    ['2024', 'hai nghìn không trăm hai mươi tư'],
    ['10000', 'mười nghìn'],
    ['15000', 'mười lăm nghìn'],
    ['21000', 'hai mươi mốt nghìn'],
    ['105000', 'một trăm lẻ năm nghìn'],
    ['1000000', 'một triệu'],
    ['1000001', 'một triệu không trăm lẻ một'],
    ['1001000', 'một triệu không trăm lẻ một nghìn'],
    ['1050000', 'một triệu không trăm năm mươi nghìn'],
    ['1500000', 'một triệu năm trăm nghìn'],
    ['2000005', 'hai triệu không trăm lẻ năm'],
    ['21005000', 'hai mươi mốt triệu không trăm lẻ năm nghìn'],
    ['101001001', 'một trăm lẻ một triệu không trăm lẻ một nghìn không trăm lẻ một'],
    ['123456789', 'một trăm hai mươi ba triệu bốn trăm năm mươi sáu nghìn bảy trăm tám mươi chín'],
    ['1000000000', 'một tỷ'],
    ['1000000001', 'một tỷ không trăm lẻ một'],
    ['2500000000', 'hai tỷ năm trăm triệu'],
    ['2000000000000', 'hai nghìn tỷ'],
    [
      '1234567890123',
      'một nghìn hai trăm ba mươi tư tỷ năm trăm sáu mươi bảy triệu tám trăm chín mươi nghìn một trăm hai mươi ba',
    ],
    ['1000000000000000000', 'một tỷ tỷ'],
    ['-45000', 'âm bốn mươi lăm nghìn'],
  ])('says %s as %s', (number, words) => {
    expect(numberInVietnamese(BigInt(number))).toBe(words);
  });

  it('says linh for lẻ in the North', () => {
    expect(numberInVietnamese(101n, { odd: 'linh' })).toBe('một trăm linh một');
    expect(numberInVietnamese(1001000n, { odd: 'linh' })).toBe(
      'một triệu không trăm linh một nghìn',
    );
  });

  it('says different numbers differently, in well-formed words', () => {
    const number = fc.bigInt({ min: 0n, max: 10n ** 17n });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const words = numberInVietnamese(a);
        expect(words).not.toMatch(/ {2}|^ | $|mười mốt|mười tư|mươi năm|mươi một\b/);
        expect(words === numberInVietnamese(b)).toBe(a === b);
      }),
    );
  });
});

describe('numberInEnglish', () => {
  it.each([
    [0n, 'zero'],
    [14n, 'fourteen'],
    [21n, 'twenty-one'],
    [105n, 'one hundred and five'],
    [1500000n, 'one million five hundred thousand'],
    [1001n, 'one thousand one'],
    [-45000n, 'minus forty-five thousand'],
    [10n ** 24n, '1000000000000000000000000'],
  ])('says %s as %s', (number, words) => {
    expect(numberInEnglish(number)).toBe(words);
  });
});

describe('moneyInWords', () => {
  it.each([
    ['1500000', 'VND', 'vi', 'Một triệu năm trăm nghìn đồng'],
    ['1500000.00', 'VND', 'vi', 'Một triệu năm trăm nghìn đồng'],
    ['0', 'VND', 'vi', 'Không đồng'],
    ['-45000', 'VND', 'vi', 'Âm bốn mươi lăm nghìn đồng'],
    ['1500000', 'VND', 'en', 'One million five hundred thousand dong'],
    ['1234.5', 'USD', 'en', 'One thousand two hundred and thirty-four US dollars and fifty cents'],
    ['1.01', 'USD', 'en', 'One US dollar and one cent'],
    ['1234.5', 'USD', 'vi', 'Một nghìn hai trăm ba mươi tư đô la Mỹ năm mươi xu'],
    ['-0.5', 'EUR', 'vi', 'Âm không euro năm mươi xu'],
  ] as const)('says %s %s in %s as %s', (amount, currency, language, words) => {
    expect(moneyInWords(amount, currency, language)).toBe(words);
  });

  it('adds chẵn only to whole thousands and only when asked', () => {
    const exact = { exact: true };
    expect(moneyInWords('1500000', 'VND', 'vi', exact)).toBe('Một triệu năm trăm nghìn đồng chẵn');
    expect(moneyInWords('1500500', 'VND', 'vi', exact)).toBe(
      'Một triệu năm trăm nghìn năm trăm đồng',
    );
  });

  it('has no words for half a dong, for an unknown currency or for no amount', () => {
    expect(moneyInWords('1.5', 'VND', 'vi')).toBeUndefined();
    expect(moneyInWords('1', 'XXX', 'vi')).toBeUndefined();
    expect(moneyInWords('abc', 'VND', 'vi')).toBeUndefined();
  });
});
