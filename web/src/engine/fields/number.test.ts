import { expect, it } from 'vitest';
import { fieldView } from './index.ts';

it('adds up and stands right, unless it is a plain number such as a year', () => {
  expect(fieldView({ kind: 'number' })).toMatchObject({ align: 'right', summable: true });
  const year = { kind: 'number', plain: true };
  expect(fieldView(year).align).toBeUndefined();
  expect(fieldView(year).summable).toBeUndefined();
});

it('stands right without a sum where adding says nothing', () => {
  const score = { kind: 'number', unsummed: true };
  expect(fieldView(score).align).toBe('right');
  expect(fieldView(score).summable).toBeUndefined();
});
