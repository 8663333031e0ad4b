import { describe, expect, it } from 'vitest';
import { detectLegacyFont } from './legacy-font.ts';

describe('detectLegacyFont', () => {
  it.each(['Nguyeãn', 'Coâng ty', 'Traàn Thò Höông', 'Vieät Nam', 'NGUYEÃN VAÊN AÙNH', 'Ñöùc'])(
    'knows VNI in %s',
    (text) => {
      expect(detectLegacyFont(text)).toBe('vni');
    },
  );

  it.each(['NguyÔn', 'C«ng ty', 'TrÇn ThÞ H­¬ng', 'ViÖt Nam', '®iÖn tho¹i', '§ç §øc'])(
    'knows TCVN3 in %s',
    (text) => {
      expect(detectLegacyFont(text)).toBe('tcvn3');
    },
  );

  it.each([
    'Nguyễn Thị Hồng Đào',
    'Công ty Cổ phần Hoà Bình – toán, loá, uý, quỳ, khoẻ, khuỷu, tuân, Huế, thuở, oà',
    'NGUYỄN THỊ HOÀ THUÝ',
    'Crème brûlée, naïve, Moïse, Zürich, Straße, Señor, São Paulo, Åse Bjørn',
    'Duyên® CRM © 2026, 25µm, 5 m², 3¾',
    'Acme Ltd',
    '',
  ])('finds nothing in %s', (text) => {
    expect(detectLegacyFont(text)).toBeUndefined();
    expect(detectLegacyFont(text.normalize('NFC'))).toBeUndefined();
  });
});
