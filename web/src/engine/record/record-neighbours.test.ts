import { expect, it } from 'vitest';
import { neighboursOf } from './record-neighbours.ts';

it('tells where a record stands in the list one came from', () => {
  expect(neighboursOf(['a', 'b', 'c'], 'b')).toEqual({
    position: 2,
    count: 3,
    previous: 'a',
    next: 'c',
  });
  expect(neighboursOf(['a'], 'a')).toEqual({
    position: 1,
    count: 1,
    previous: undefined,
    next: undefined,
  });
  expect(neighboursOf(['a'], 'x')).toBeUndefined();
});
