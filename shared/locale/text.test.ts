import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVi, escapeLike, fold, foldWords, nfc, nfcLines } from './text.ts';

/** The definition, without any fast path. */
const foldBySpecification = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\u00a0\u2000-\u200b\u202f\ufeff]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();

describe('nfc', () => {
  it('makes the two byte forms of a name equal', () => {
    const composed = 'Nguyễn Thị Hồng Đào';
    const decomposed = composed.normalize('NFD');
    expect([...composed.normalize('NFC')]).toHaveLength(19);
    expect([...decomposed]).toHaveLength(25);
    expect(nfc(decomposed)).toBe(composed.normalize('NFC'));
  });

  it('turns no-break and zero-width spaces into one space and trims', () => {
    expect(nfc('\ufeff Công\u00a0ty\u200b \t Hoa\u202fMai \n')).toBe('Công ty Hoa Mai');
    expect(nfc('two  spaces')).toBe('two spaces');
    expect(nfc(' ends ')).toBe('ends');
    expect(nfc('')).toBe('');
    expect(nfc('   ')).toBe('');
  });

  it('keeps the tone placement and the joined emoji that were typed', () => {
    expect(nfc('Hoà')).toBe('Hoà');
    expect(nfc('Hòa')).toBe('Hòa');
    expect(nfc('👩‍👧')).toBe('👩‍👧');
  });

  it('is idempotent', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (s) => nfc(nfc(s)) === nfc(s)));
  });
});

describe('nfcLines', () => {
  it('keeps paragraphs and unifies line ends', () => {
    expect(nfcLines('  Dòng một \r\n\r\n Dòng hai\u00a0\rba  ')).toBe('Dòng một\n\n Dòng hai\nba');
  });
});

describe('fold', () => {
  it.each([
    ['Nguyễn Văn Đức', 'nguyen van duc'],
    ['ĐỖ ĐỨC', 'do duc'],
    ['Hoà Bình', 'hoa binh'],
    ['Hòa Bình', 'hoa binh'],
    ['thuỷ', 'thuy'],
    ['thủy', 'thuy'],
    ['Đơn hàng', 'don hang'],
    ['Ủng Hộ Quỹ Vắc Xin', 'ung ho quy vac xin'],
    ['Crème Brûlée', 'creme brulee'],
    ['ACME Ltd', 'acme ltd'],
    ['  ', ''],
  ])('folds %s to %s', (from, to) => {
    expect(fold(from)).toBe(to);
    expect(fold(from.normalize('NFD'))).toBe(to);
  });

  it('folds each of the 134 Vietnamese letters with marks to one ASCII letter', () => {
    const bases = 'aăâeêioôơuưy';
    const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
    const letters = [...bases].flatMap((b) => tones.map((t) => (b + t).normalize('NFC')));
    const accented = [...letters.filter((l) => l > '\u007f'), 'đ'];
    const all = [...accented, ...accented.map((l) => l.toUpperCase())];
    expect(new Set(all).size).toBe(134);
    for (const letter of all) expect(fold(letter)).toMatch(/^[a-z]$/);
  });

  it('answers as the definition does, whichever path it takes', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'Nguyễn Thị Hồng Đào đĐ ấẠỹ ABC xyz 09 ,.-'),
      fc.constantFrom(
        '\u0300',
        '\u0309',
        '\u0323',
        '\u0302',
        '\u00a0',
        '\u200b',
        ' ',
        'İ',
        'Σ',
        'ß',
      ),
      fc.string({ unit: 'binary', maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        expect(fold(text)).toBe(foldBySpecification(text));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('foldWords and escapeLike', () => {
  it('splits at punctuation', () => {
    expect(foldWords('Công ty TNHH A&B – Chi nhánh 2')).toEqual([
      'cong',
      'ty',
      'tnhh',
      'a',
      'b',
      'chi',
      'nhanh',
      '2',
    ]);
    expect(foldWords(' ,. ')).toEqual([]);
  });

  it('makes wildcards literal', () => {
    expect(escapeLike('50%_a\\b')).toBe('50\\%\\_a\\\\b');
  });
});

describe('compareVi', () => {
  it('sorts in Vietnamese dictionary order', () => {
    const sorted =
      'An Ăn Ân Ba Bà Bả Bã Bá Bạ Bắc Băng Bằng Bâng Dung Dũng Duy Đào Đức Em Ên Oanh Ông Ơn Ung Ưng Ý Yến'.split(
        ' ',
      );
    expect([...sorted].reverse().sort(compareVi)).toEqual(sorted);
  });
});
