import { expect, it } from 'vitest';
import { squareOf } from './square.ts';

it('cuts the largest square out of the middle', () => {
  expect(squareOf(400, 200)).toEqual({ x: 100, y: 0, size: 200 });
  expect(squareOf(201, 400)).toEqual({ x: 0, y: 99, size: 201 });
  expect(squareOf(5, 5)).toEqual({ x: 0, y: 0, size: 5 });
});
