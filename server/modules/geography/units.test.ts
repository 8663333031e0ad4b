import { describe, expect, it } from 'vitest';
import { nfc } from '#shared/locale/text.ts';
import { countries, findCountry } from '#shared/locale/countries.ts';
import { findProvince, newProvinceCode } from './find-province.ts';
import { oldProvinces } from './old-provinces.ts';
import { oldDistrictsOf, oldWardsOf } from './old-units.ts';
import { regionOf } from './regions.ts';
import { searchUnits, unitLine } from './search-units.ts';
import { provinceByCode, provinces, wardByCode, wardsOf } from './units.ts';

const allWards = () => provinces().flatMap((province) => wardsOf(province.code));

describe('units of today', () => {
  it('are 34 provinces and 3,321 wards: 697 phường, 2,611 xã, 13 đặc khu', () => {
    const kinds = Map.groupBy(allWards(), (ward) => ward.kind);
    expect(provinces()).toHaveLength(34);
    expect(allWards()).toHaveLength(3321);
    expect(new Set(allWards().map((ward) => ward.code)).size).toBe(3321);
    expect(kinds.get('ward')).toHaveLength(697);
    expect(kinds.get('commune')).toHaveLength(2611);
    expect(kinds.get('specialZone')).toHaveLength(13);
  });

  it.each(
    (
      '01 126 04 56 08 124 11 45 12 38 14 75 15 99 19 92 20 65 22 54 24 99 25 148 31 114 33 104 ' +
      '37 129 38 166 40 130 42 69 44 78 46 40 48 94 51 96 52 135 56 65 66 102 68 124 75 95 79 168 ' +
      '80 96 82 102 86 124 91 102 92 103 96 64'
    )
      .match(/\d+ \d+/g)
      ?.map((pair) => pair.split(' ')) ?? [],
  )('province %s has %s wards', (code, count) => {
    expect(wardsOf(code ?? '')).toHaveLength(Number(count));
  });

  it('has seven cities, Đồng Nai among them with its ten wards', () => {
    const cities = provinces().filter((province) => province.kind === 'city');
    expect(cities.map((city) => city.name).sort()).toEqual(
      ['Cần Thơ', 'Huế', 'Hà Nội', 'Hải Phòng', 'Hồ Chí Minh', 'Đà Nẵng', 'Đồng Nai'].sort(),
    );
    const names = '25270 25357 25363 26116 26170 26248 26326 26368 26425 26485'
      .split(' ')
      .map((code) => wardByCode(code)?.fullName);
    expect(names).toEqual([
      'Phường Lộc Ninh',
      'Phường Tân Khai',
      'Phường Đồng Phú',
      'Phường Tân Phú',
      'Phường Trị An',
      'Phường Trảng Bom',
      'Phường Dầu Giây',
      'Phường Long Thành',
      'Phường Xuân Lộc',
      'Phường Nhơn Trạch',
    ]);
  });

  it('has the thirteen special zones', () => {
    const zones = allWards().filter((ward) => ward.kind === 'specialZone');
    expect(new Set(zones.map((zone) => zone.name))).toEqual(
      new Set([
        'Vân Đồn',
        'Cô Tô',
        'Cát Hải',
        'Bạch Long Vĩ',
        'Cồn Cỏ',
        'Hoàng Sa',
        'Lý Sơn',
        'Trường Sa',
        'Phú Quý',
        'Côn Đảo',
        'Phú Quốc',
        'Thổ Châu',
        'Kiên Hải',
      ]),
    );
  });

  it('uses the official codes and composed names', () => {
    expect(wardByCode('06978')?.name).toBe('Ba Chẽ');
    expect(wardByCode('23938')?.name).toBe('Ia Mơ');
    expect(wardByCode('06970')).toBeUndefined();
    for (const ward of allWards()) expect(ward.fullName).toBe(nfc(ward.fullName));
  });

  it('answers nothing for unknown codes', () => {
    expect(wardsOf('99')).toEqual([]);
    expect(provinceByCode('99')).toBeUndefined();
    expect(wardByCode('constructor')).toBeUndefined();
  });
});

describe('units of before July 2025', () => {
  const moved =
    '02→08 06→19 10→15 17→25 26→25 27→24 30→31 34→33 35→37 36→37 45→44 49→48 54→66 58→56 60→68 ' +
    '62→51 64→52 67→68 70→75 72→80 74→79 77→79 83→86 84→86 87→82 89→91 93→92 94→92 95→96';

  it('are 63 provinces of which 29 moved', () => {
    expect(oldProvinces).toHaveLength(63);
    const changed = oldProvinces.filter((province) => province.code !== province.newCode);
    expect(changed.map((province) => `${province.code}→${province.newCode}`).join(' ')).toBe(moved);
    for (const province of oldProvinces) {
      expect(newProvinceCode(province.code)).toBe(province.newCode);
      expect(provinceByCode(province.newCode)).toBeDefined();
    }
  });

  it('lead to wards of the province they merged into', () => {
    const strayed: string[] = [];
    const reached = new Set<string>();
    for (const district of oldDistrictsOf(oldProvinces.map((old) => old.name))) {
      const now = oldProvinces.find((old) => old.name === district.province)?.newCode;
      for (const ward of oldWardsOf(district)) {
        for (const code of ward.newCodes) {
          reached.add(code);
          if (wardByCode(code)?.provinceCode !== now)
            strayed.push(`${ward.name}, ${district.name}`);
        }
      }
    }
    expect(strayed).toEqual([]);
    expect(reached.size).toBe(3321);
  });
});

describe('findProvince', () => {
  it.each([
    ['79', '79'],
    ['72', '80'],
    ['2', '08'],
    ['Hà Nội', '01'],
    ['ha noi', '01'],
    ['Hanoi', '01'],
    ['HN', '01'],
    ['TP. Hà Nội', '01'],
    ['TPHCM', '79'],
    ['TP.HCM', '79'],
    ['tp hcm', '79'],
    ['Tp. Hồ Chí Minh', '79'],
    ['Thành phố Hồ Chí Minh', '79'],
    ['Ho Chi Minh City', '79'],
    ['Sài Gòn', '79'],
    ['tỉnh Bình Dương', '79'],
    ['BR-VT', '79'],
    ['Bà Rịa - Vũng Tàu', '79'],
    ['Long An', '80'],
    ['Tây Ninh', '80'],
    ['Tiền Giang', '82'],
    ['Thanh Hoá', '38'],
    ['Thanh Hóa', '38'],
    ['Thừa Thiên - Huế', '46'],
    ['TT Huế', '46'],
    ['Dak Lak', '66'],
    ['Đồng Nai', '75'],
  ])('%s is province %s', (text, code) => {
    expect(findProvince(text)?.code).toBe(code);
    expect(findProvince(text.normalize('NFD'))?.code).toBe(code);
  });

  it.each(['', 'abc', '99', 'Quận 1', 'Phường Hà Nội', 'constructor'])('%j is none', (text) => {
    expect(findProvince(text)).toBeUndefined();
  });
});

describe('searchUnits', () => {
  const names = (text: string) =>
    searchUnits(text).map((hit) => (hit.ward ?? hit.province).fullName);

  it('finds by any part of a name, with or without accents', () => {
    expect(names('dong da')[0]).toBe('Phường Đống Đa');
    expect(names('Đống Đa'.normalize('NFD'))[0]).toBe('Phường Đống Đa');
    expect(names('ha noi')[0]).toBe('Thành phố Hà Nội');
    expect(names('phường sài gòn')).toEqual(['Phường Sài Gòn']);
  });

  it('puts the typed accents first', () => {
    expect(names('hòa bình')[0]).toMatch(/Hòa Bình$/);
  });

  it('finds no district', () => {
    expect(names('quận 1')).toEqual([]);
    expect(names('')).toEqual([]);
  });

  it('keeps to the limit', () => {
    expect(searchUnits('a', 5)).toHaveLength(5);
  });

  it('names the ward with its province', () => {
    const hit = searchUnits('sai gon')[0];
    expect(hit?.ward && unitLine(hit.ward)).toBe('Phường Sài Gòn, Thành phố Hồ Chí Minh');
  });
});

describe('regions and countries', () => {
  it('has three regions', () => {
    expect(['01', '37', '38', '68', '75', '96'].map(regionOf)).toEqual([
      'north',
      'north',
      'central',
      'central',
      'south',
      'south',
    ]);
  });

  it('names countries in both languages, Vietnam first', () => {
    expect(countries()[0]).toEqual({ code: 'VN', name: { vi: 'Việt Nam', en: 'Vietnam' } });
    expect(countries()).toHaveLength(249);
    for (const { code, name } of countries()) {
      expect(name.vi).not.toBe(code);
      expect(name.en).not.toBe(code);
    }
    expect(findCountry('nhat ban')?.code).toBe('JP');
    expect(findCountry('Germany')?.code).toBe('DE');
    expect(findCountry('vn')?.code).toBe('VN');
    expect(findCountry('Atlantis')).toBeUndefined();
  });
});
