import { expect, it } from 'vitest';
import type { ScreenObject } from '#web/api/model.ts';
import { mapAddress, mobileOf, reachOf, zaloAddress } from './reach.ts';

const fields = [
  { key: 'phones', kind: 'phones' },
  { key: 'fax', kind: 'phone' },
  { key: 'mail', kind: 'email' },
  { key: 'home', kind: 'address' },
];
// Only what is read here.
const saigon = {
  code: '79',
  name: 'Hồ Chí Minh',
  fullName: 'Thành phố Hồ Chí Minh',
  formerNames: [],
  shortNames: [],
};
const object = { fields, layout: { hidden: ['fax'] } } as unknown as ScreenObject;

it('finds numbers, mails and a place in whatever fields there are, but not in hidden ones', () => {
  const record = {
    id: 'a',
    version: 1,
    phones: ['+84912345678', '+84912345678'],
    fax: '+842838251234',
    mail: 'ha@vidu.example',
    home: { line1: '112 Lê Văn Sỹ', provinceCode: '79' },
  };
  expect(reachOf(object, record, saigon)).toEqual({
    phones: ['+84912345678'],
    emails: ['ha@vidu.example'],
    address: '112 Lê Văn Sỹ, Hồ Chí Minh',
  });
  expect(reachOf(object, { id: 'b', version: 1, phones: null })).toEqual({
    phones: [],
    emails: [],
    address: '',
  });
});

it('writes by messenger to mobile numbers only', () => {
  expect(mobileOf(['+842838251234', '+84912345678'])).toBe('+84912345678');
  expect(mobileOf(['+842838251234'])).toBeUndefined();
});

it('writes addresses that lead there', () => {
  expect(zaloAddress('+84912345678')).toBe('https://zalo.me/84912345678');
  expect(mapAddress('9 Hai Bà Trưng & co')).toMatch(/destination=9%20Hai%20B%C3%A0%20Tr/);
  expect(mapAddress('a&b')).toMatch(/=a%26b$/);
});
