import { describe, expect, it } from 'vitest';
import { findMarks } from './find-marks.ts';

const shown = (text: string, q: string): string =>
  findMarks(text, q)
    .map(({ text: part, isFound }) => (isFound ? `[${part}]` : part))
    .join('');

describe('what was searched for', () => {
  it('is marked without regard to accents and case', () => {
    expect(shown('Nhà thuốc Ân Khang Biên Hoà', 'an khang')).toBe('Nhà thuốc [Ân Khang] Biên Hoà');
    expect(shown('Đặng Văn Đức', 'dUC')).toBe('Đặng Văn [Đức]');
  });

  it('is marked at the beginning of words, also when it is only begun', () => {
    expect(shown('Nguyễn Thị Hoàng An', 'ho')).toBe('Nguyễn Thị [Ho]àng An');
    expect(shown('Lan Khanh', 'an')).toBe('Lan Khanh');
  });

  it('is marked word by word, in any order', () => {
    expect(shown('Đức Văn Nguyễn', 'nguyen duc')).toBe('[Đức] Văn [Nguyễn]');
  });

  it('is marked in decomposed text', () => {
    expect(shown('Hòa'.normalize('NFD'), 'hoa')).toBe('[Hòa]');
  });

  it('marks nothing for nothing', () => {
    expect(shown('Một hai', '')).toBe('Một hai');
    expect(shown('', 'a')).toBe('');
  });
});
