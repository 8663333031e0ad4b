import { describe, expect, it } from 'vitest';
import { oldProvinces } from './old-provinces.ts';
import { oldDistrictsOf, oldWardsOf } from './old-units.ts';
import { parseAddressText, suggestWards } from './suggest-wards.ts';

const names = (text: string) => suggestWards(text).map((candidate) => candidate.ward.name);

describe('suggestWards', () => {
  it.each([
    '12 Lê Lợi, P. Bến Nghé, Q.1, TP.HCM',
    '12 Lê Lợi, Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh, Việt Nam',
    '12 Le Loi, phuong Ben Nghe, quan 1, tphcm',
    '12 Lê Lợi P.Bến Nghé Q1 TPHCM',
    '12 Lê Lợi - P.Bến Nghé - Q.1 - TP.HCM',
    '12 Lê Lợi; Bến Nghé; Quận 1; HCM; 700000',
    '12 Lê Lợi, P. Bến Nghé, Q.1',
  ])('reads %s', (text) => {
    for (const form of [text, text.normalize('NFD')]) {
      const parsed = parseAddressText(form);
      expect(parsed.line1).toMatch(/^12 L[eê] L[oợ]i$/);
      expect(parsed.province?.code).toBe('79');
      expect(parsed.candidates).toEqual([
        {
          ward: expect.objectContaining({ name: 'Sài Gòn', kind: 'ward' }),
          province: expect.objectContaining({ code: '79' }),
          reason: 'oldWard',
          whole: true,
        },
      ]);
    }
  });

  it('offers all new wards of a district when no ward is written', () => {
    for (const text of ['quận 1', '12 Lê Lợi, Q1, TP.HCM']) {
      const candidates = suggestWards(text);
      expect(new Set(candidates.map((candidate) => candidate.ward.name))).toEqual(
        new Set(['Sài Gòn', 'Bến Thành', 'Cầu Ông Lãnh', 'Tân Định']),
      );
      for (const { reason, whole } of candidates) {
        expect({ reason, whole }).toEqual({ reason: 'oldDistrict', whole: false });
      }
    }
  });

  it('says so when an old ward was divided', () => {
    const candidates = suggestWards('Số 5 ngõ 10, P. Ngã Tư Sở, Q. Đống Đa, Hà Nội');
    expect(candidates.map(({ ward, whole }) => [ward.name, whole])).toEqual([
      ['Kim Liên', false],
      ['Đống Đa', false],
    ]);
  });

  it('reads the two-level address of today', () => {
    expect(suggestWards('15 Nguyễn Huệ, Phường Bến Thành, TP. Hồ Chí Minh')).toMatchObject([
      { ward: { name: 'Bến Thành' }, reason: 'currentWard', whole: true },
    ]);
  });

  it.each([
    ['P.5, Q.6, TP.HCM', ['Bình Tây']],
    ['Phường 05, quận 06, tp hcm', ['Bình Tây']],
    ['P. Thảo Điền, Q.2, TP.HCM', ['An Khánh']],
    ['P. Võ Thị Sáu, Q.3, TP.HCM', ['Xuân Hòa']],
    ['Huyện Côn Đảo, Bà Rịa - Vũng Tàu', ['Côn Đảo']],
    ['Huyện Lý Sơn, Quảng Ngãi', ['Lý Sơn']],
    ['Phường Thuận Hoà, TP Huế, Thừa Thiên - Huế', ['Phú Xuân']],
    ['TT. Dương Đông, Phú Quốc, Kiên Giang', ['Phú Quốc']],
    ['Xã Ia Mơ, huyện Chư Prông, Gia Lai', ['Ia Mơ']],
    ['12 Lê Lợi', []],
    ['12 Đường Hà Nội', []],
    ['Hà Nội', []],
    ['', []],
    [', ; - ,', []],
  ])('%s leads to %j', (text, wards) => {
    expect(names(text)).toEqual(wards);
  });

  it('finds a district under its old and under its new province', () => {
    expect(names('Thị xã Tân Uyên, Bình Dương')).toContain('Tân Uyên');
    expect(names('Thị xã Tân Uyên, TP.HCM')).toEqual(names('Thị xã Tân Uyên, Bình Dương'));
    expect(names('Số 1 Thị xã Tân Uyên Bình Dương')).toEqual(names('Thị xã Tân Uyên, Bình Dương'));
  });

  it('finds every old ward under its district and province again', () => {
    const districts = oldDistrictsOf(oldProvinces.map((province) => province.name));
    const missed: string[] = [];
    for (const [i, district] of districts.entries()) {
      const oldWards = oldWardsOf(district).filter((ward) => ward.name !== '');
      const ward = oldWards[i % oldWards.length];
      if (ward === undefined) continue;
      const text = `1 Trần Phú, ${ward.name}, ${district.name}, ${district.province}`;
      const parsed = parseAddressText(text);
      const codes = parsed.candidates.map((candidate) => candidate.ward.code);
      const found = ward.newCodes.every((code) => codes.includes(code));
      if (!found || parsed.line1 !== '1 Trần Phú') missed.push(text);
    }
    expect(missed).toEqual([]);
  });

  it('keeps every possible district when the province is missing', () => {
    const provinces = new Set(
      suggestWards('Huyện Châu Thành').map(({ province }) => province.code),
    );
    expect(provinces.size).toBeGreaterThan(3);
    expect(parseAddressText('Huyện Châu Thành').province).toBeUndefined();
  });

  it('takes hostile text calmly', () => {
    const started = performance.now();
    expect(suggestWards('phường '.repeat(50_000))).toEqual([]);
    expect(suggestWards('quận 1, '.repeat(60))).not.toEqual([]);
    expect(parseAddressText('quận 1, '.repeat(50_000)).candidates).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
