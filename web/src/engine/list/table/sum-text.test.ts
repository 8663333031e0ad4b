import { expect, it } from 'vitest';
import type { ScreenField } from '#web/api/model.ts';
import { sumText } from './sum-text.ts';

const field = (kind: string): ScreenField =>
  ({ key: 'f', kind, label: { vi: 'f', en: 'f' } }) as ScreenField;

it('writes the sum of every kind that has one, though sums come as texts', () => {
  expect(sumText(field('number'), '12959', 'vi')).toBe('12.959');
  expect(sumText(field('duration'), '90', 'vi')).toBe('1 giờ 30 phút');
  expect(sumText(field('decimal'), '1.5', 'vi')).toBe('1,5');
  expect(sumText(field('money'), '1589000000', 'en')).toBe('1,589,000,000');
  expect(sumText(field('number'), null, 'vi')).toBe('0');
});
