import { expect, it } from 'vitest';
import { inProvince } from './in-province.ts';

const saigon = {
  code: '79',
  name: 'Hồ Chí Minh',
  fullName: 'Thành phố Hồ Chí Minh',
  formerNames: ['Bình Dương', 'Bà Rịa - Vũng Tàu'],
  shortNames: ['hcm', 'tphcm', 'saigon', 'hcm'],
};

it.each([
  ['112 Lê Văn Sỹ', '112 Lê Văn Sỹ, Hồ Chí Minh'],
  ['112 Lê Văn Sỹ, Phú Nhuận, TP.HCM', '112 Lê Văn Sỹ, Phú Nhuận, TP.HCM'],
  ['Sóng Thần, Dĩ An, Bình Dương', 'Sóng Thần, Dĩ An, Bình Dương'],
  ['3 Thuỳ Vân, Bà Rịa-Vũng Tàu, Việt Nam', '3 Thuỳ Vân, Bà Rịa-Vũng Tàu, Việt Nam'],
  ['', 'Hồ Chí Minh'],
])('says the province of %j once', (text, shown) => {
  expect(inProvince(text, saigon)).toBe(shown);
});

it('leaves an address without a province alone', () => {
  expect(inProvince('112 Lê Văn Sỹ', undefined)).toBe('112 Lê Văn Sỹ');
});
