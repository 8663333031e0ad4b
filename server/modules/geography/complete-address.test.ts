import { expect, it } from 'vitest';
import { completeAddress } from './complete-address.ts';

it.each([
  [{ countryCode: 'VN', legacyText: 'Hoa Kỳ' }, 'US'],
  [{ countryCode: 'VN', legacyText: 'kenya' }, 'KE'],
  [{ countryCode: 'VN', legacyText: 'VN' }, 'VN'],
  [{ countryCode: 'VN', legacyText: '12 Lê Lợi, Quận 1' }, 'VN'],
  [{ countryCode: 'VN', legacyText: 'Kenya', line1: '1 Moi Avenue' }, 'VN'],
])('takes the country from a text that is nothing but its name: %o', (address, country) => {
  expect(completeAddress(address)).toEqual({
    ok: true,
    value: { ...address, countryCode: country },
  });
});
