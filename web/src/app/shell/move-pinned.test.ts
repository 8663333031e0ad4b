import { describe, expect, it } from 'vitest';
import { movePinned } from './move-pinned.ts';

describe('what is pinned', () => {
  const list = ['a', 'b', 'c', 'd'];
  it('is moved down and up', () => {
    expect(movePinned(list, 0, 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(movePinned(list, 3, 0)).toEqual(['d', 'a', 'b', 'c']);
  });
  it('stays where there is no other place', () => {
    expect(movePinned(list, 0, -1)).toBe(list);
    expect(movePinned(list, 3, 4)).toBe(list);
    expect(movePinned(list, 1, 1)).toBe(list);
  });
});
