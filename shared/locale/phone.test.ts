import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import {
  formatPhone,
  migrateOldMobile,
  parsePhone,
  phoneSearchForms,
  splitPhones,
} from './phone.ts';

const e164 = (raw: string, country = 'VN') => {
  const parsed = parsePhone(raw, { country });
  return parsed.ok ? parsed.e164 : undefined;
};
const warning = (raw: string) => {
  const parsed = parsePhone(raw);
  return parsed.ok ? parsed.warning : 'refused';
};
const byLibrary = (raw: string) => {
  const parsed = parsePhoneNumberFromString(raw, 'VN');
  return parsed?.isValid() === true ? parsed.number : undefined;
};

describe('parsePhone', () => {
  it.each([
    ['0901234567', '+84901234567'],
    ['+84901234567', '+84901234567'],
    ['84901234567', '+84901234567'],
    ['0084901234567', '+84901234567'],
    ['+840901234567', '+84901234567'],
    ['901234567', '+84901234567'],
    ['0901 234 567', '+84901234567'],
    ['0912.345.678', '+84912345678'],
    ['(+84) 912-345-678', '+84912345678'],
    ['02438251234', '+842438251234'],
    ['024 3825 1234', '+842438251234'],
    ['(024) 3825 1234', '+842438251234'],
    ['+84 (0)24 3825 1234', '+842438251234'],
    ['02363888888', '+842363888888'],
    ['19001234', '+8419001234'],
    ['1900 1234 56', '+841900123456'],
    ['18001090', '+8418001090'],
    ['0841234567', '+84841234567'],
    ['841234567', '+84841234567'],
    ["'0901234567", '+84901234567'],
    ['ĐT: 0901.234.567', '+84901234567'],
    ['Zalo 0901234567', '+84901234567'],
    ['+1 650 253 0000', '+16502530000'],
    ['0016502530000', '+16502530000'],
    ['+81 3-1234-5678', '+81312345678'],
  ])('reads %s as %s without a warning', (raw, expected) => {
    expect(parsePhone(raw)).toEqual({ ok: true, e164: expected });
  });

  it('reads a number of another country by default country', () => {
    expect(e164('(650) 253-0000', 'US')).toBe('+16502530000');
    expect(e164('0901234567', 'US')).toBeUndefined();
    expect(e164('+84901234567', 'US')).toBe('+84901234567');
  });

  it('replaces prefixes of abolished mobiles', () => {
    expect(e164('01681234567')).toBe('+84381234567');
    expect(e164('+84 168 123 4567')).toBe('+84381234567');
    expect(e164('0084 199 123 4567')).toBe('+84591234567');
  });

  it('accepts 052 with a warning', () => {
    expect(parsePhone('0520123456')).toEqual({
      ok: true,
      e164: '+84520123456',
      warning: 'unlistedPrefix',
    });
  });

  it.each([
    ['04 3825 1234', '+842438251234'],
    ['0438251234', '+842438251234'],
    ['(04) 38251234', '+842438251234'],
    ['08 3825 1234', '+842838251234'],
    ['(08) 3825.1234', '+842838251234'],
    ['+84 8 3825 1234', '+842838251234'],
    ['(84-8) 38251234', '+842838251234'],
    ['0511 3888888', '+842363888888'],
    ['05113888888', '+842363888888'],
    ['(031) 3842123', '+842253842123'],
    ['0613822222', '+842513822222'],
    ['0650 3822 222', '+842743822222'],
    ['020 3852123', '+842143852123'],
  ])('reads the fixed line of before 2017 %s as %s with a warning', (raw, expected) => {
    expect(parsePhone(raw)).toEqual({ ok: true, e164: expected, warning: 'oldAreaCode' });
  });

  it('takes ten plain digits as a mobile of today, not as an old fixed line', () => {
    expect(parsePhone('0838251234')).toEqual({ ok: true, e164: '+84838251234' });
    expect(warning('0523852123')).toBeUndefined();
  });

  it('keeps the extension apart', () => {
    expect(parsePhone('024 3825 1234 ext 12')).toEqual({
      ok: true,
      e164: '+842438251234',
      extension: '12',
    });
    expect(parsePhone('024 3825 1234 máy lẻ 12')).toMatchObject({ extension: '12' });
  });

  it.each([
    '',
    ' ',
    '12345',
    '113',
    'abc',
    'tel',
    '0901234567 (anh Nam)',
    '0000000000',
    '01791234567',
    '0901234567x',
    '<b>0901234567</b>',
    '+',
    '+84',
    '0901234567890123456',
    `+${'1 '.repeat(50_000)}`,
  ])('refuses %j', (raw) => {
    expect(parsePhone(raw)).toEqual({ ok: false });
  });

  it('answers as the full library does for any Vietnamese number', () => {
    const digits = fc.stringMatching(/^(?:0|84|\+84|0084|)[1-9]\d{5,9}$/);
    fc.assert(
      fc.property(digits, (raw) => {
        const parsed = parsePhone(raw);
        const library = byLibrary(raw);
        if (library !== undefined) expect(parsed).toEqual({ ok: true, e164: library });
        else if (parsed.ok && parsed.warning === undefined)
          expect(migrateOldMobile(raw)).not.toBe(raw);
      }),
      { numRuns: 20_000 },
    );
  });

  it('knows the same prefixes as the full library', () => {
    for (let i = 0; i < 10_000; i++) {
      const start = `0${String(i).padStart(4, '0')}`;
      for (const tail of ['123', '1234', '12345', '123456']) {
        const library = byLibrary(start + tail);
        const own = parsePhone(start + tail);
        if (library !== undefined) expect(own).toEqual({ ok: true, e164: library });
        else if (own.ok && own.warning === undefined) expect(start).toMatch(/^00|^01/);
      }
    }
  });
});

describe('migrateOldMobile', () => {
  it.each([
    ['01681234567', '0381234567'],
    ['+84 168 123 4567', '0381234567'],
    ['84.1201234567', '0701234567'],
    ['0084 199 123 4567', '0591234567'],
    ['0123 456 7890', '0834567890'],
    ['0901234567', '0901234567'],
  ])('makes %s %s', (raw, expected) => {
    expect(migrateOldMobile(raw)).toBe(expected);
  });

  it.each([
    ['0162', '032'],
    ['0163', '033'],
    ['0164', '034'],
    ['0165', '035'],
    ['0166', '036'],
    ['0167', '037'],
    ['0168', '038'],
    ['0169', '039'],
    ['0120', '070'],
    ['0121', '079'],
    ['0122', '077'],
    ['0126', '076'],
    ['0128', '078'],
    ['0123', '083'],
    ['0124', '084'],
    ['0125', '085'],
    ['0127', '081'],
    ['0129', '082'],
    ['0186', '056'],
    ['0188', '058'],
    ['0199', '059'],
  ])('replaces %s by %s', (before, now) => {
    expect(e164(`${before}1234567`)).toBe(`+84${now.slice(1)}1234567`);
  });
});

describe('splitPhones', () => {
  it.each([
    ['0901234567 / 0912345678', ['0901234567', '0912345678']],
    ['0901234567-0912345678', ['0901234567', '0912345678']],
    ['0901-234-567', ['0901-234-567']],
    ['0901-234-567 - 0912-345-678', ['0901-234-567', '0912-345-678']],
    ['0901 234 567, 024 3825 1234; 18001090', ['0901 234 567', '024 3825 1234', '18001090']],
    ['0901 234 567 0912 345 678', ['0901 234 567', '0912 345 678']],
    ['0901234567 hoặc 0912345678', ['0901234567', '0912345678']],
    ['0901234567\n0912345678', ['0901234567', '0912345678']],
    ['(04) 38251234', ['(04) 38251234']],
    ['0901234567/8', ['0901234567/8']],
    ['không có', ['không có']],
    ['  ', []],
  ])('splits %j', (cell, expected) => {
    expect(splitPhones(cell)).toEqual(expected);
  });

  it('gives up on hostile cells at once', () => {
    const started = performance.now();
    expect(splitPhones('1-'.repeat(50_000))).toHaveLength(1);
    expect(splitPhones('0901234567 '.repeat(54))).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('formatPhone and phoneSearchForms', () => {
  it.each([
    ['+84901234567', '0901 234 567', ['84901234567', '0901234567']],
    ['+842438251234', '024 3825 1234', ['842438251234', '02438251234']],
    ['+842363888888', '0236 3888 888', ['842363888888', '02363888888']],
    ['+8419001234', '1900 1234', ['8419001234', '19001234']],
    ['+16502530000', '+1 650 253 0000', ['16502530000', '6502530000']],
  ])('shows %s as %s', (number, shown, forms) => {
    expect(formatPhone(number)).toBe(shown);
    expect(phoneSearchForms(number)).toEqual(forms);
    expect(e164(shown)).toBe(number);
  });
});
