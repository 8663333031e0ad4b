import { describe, expect, it } from 'vitest';
import { formsOfAddress, genders, parseFormOfAddress, parseGender } from './forms-of-address.ts';

describe('forms of address', () => {
  it('reads each label back, with and without accents', () => {
    for (const form of formsOfAddress) {
      expect(parseFormOfAddress(form.label.vi)).toBe(form.value);
      expect(parseFormOfAddress(form.label.vi.normalize('NFD').toUpperCase())).toBe(form.value);
    }
    expect(parseFormOfAddress('Quy khach')).toBe('quyKhach');
    expect(parseFormOfAddress('Mr.')).toBe('anh');
    expect(parseFormOfAddress('Hoa')).toBeUndefined();
  });
});

describe('gender words', () => {
  it('reads each label back and refuses what is no gender', () => {
    for (const gender of genders) {
      expect(parseGender(gender.label.vi)).toBe(gender.value);
      expect(parseGender(gender.label.en.toUpperCase())).toBe(gender.value);
    }
    expect(parseGender('nu')).toBe('female');
    expect(parseGender('Nguyễn Thị Hoa')).toBeUndefined();
  });
});
