import { expect, it } from 'vitest';
import { createTypeAhead } from './type-ahead.ts';

it('keeps letters only while a box is on its way', () => {
  const ahead = createTypeAhead();
  expect(ahead.take('a')).toBe(false);
  ahead.wait();
  for (const key of ['B', 'á', 'x', 'Backspace', ' ', '7']) expect(ahead.take(key)).toBe(true);
  for (const key of ['Enter', 'ArrowDown', 'Escape', 'F2']) expect(ahead.take(key)).toBe(false);
  expect(ahead.end()).toBe('Bá 7');
  expect(ahead.take('c')).toBe(false);
  expect(ahead.end()).toBe('');
});
