import { expect, it } from 'vitest';
import { readAddress } from './safe-address.ts';

it.each([
  ['duyen.vn', 'https://duyen.vn'],
  [' duyen.vn/a?b=1 ', 'https://duyen.vn/a?b=1'],
  ['http://a.vn', 'http://a.vn'],
  ['mai@duyen.vn', 'mailto:mai@duyen.vn'],
  ['0912 345 678', 'tel:0912345678'],
  ['localhost:3000', undefined],
  ['javascript:alert(1)', undefined],
  ['JAVASCRIPT:alert(1)//a.vn', undefined],
  ['data:text/html,a.vn', undefined],
  ['một chữ', undefined],
  ['', undefined],
])('reads %s as %s', (typed, address) => {
  expect(readAddress(typed)).toBe(address);
});
