import { describe, expect, it } from 'vitest';
import { showPhone } from './show-phone.ts';

describe('showPhone', () => {
  it.each([
    ['+84912345678', '0912 345 678'],
    ['0912345678', '0912 345 678'],
    ['0912.345.678', '0912 345 678'],
    ['+842838251234', '028 3825 1234'],
    ['+842253251234', '0225 3251 234'],
    ['+8419001234', '1900 1234'],
    ['+842438251234;ext=12', '024 3825 1234 ext 12'],
    ['+6591234567', '+65 912 345 67'],
    ['091234', '091234'],
    ['gọi sau 5 giờ', 'gọi sau 5 giờ'],
    ['', ''],
  ])('shows %s as %s', (number, shown) => {
    expect(showPhone(number)).toBe(shown);
  });
});
