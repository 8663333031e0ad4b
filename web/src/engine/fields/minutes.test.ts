import { describe, expect, it } from 'vitest';
import { readMinutes, showMinutes } from './minutes.ts';

describe('readMinutes', () => {
  it.each([
    ['90', 90],
    ['45 phút', 45],
    ['1h30', 90],
    ['1:30', 90],
    ['2 giờ', 120],
    ['1 giờ 30 phút', 90],
    ['2h', 120],
    ['', undefined],
    ['một lúc', undefined],
    ['1,5', undefined],
  ])('reads %s', (text, minutes) => {
    expect(readMinutes(text)).toBe(minutes);
  });

  it('reads what it shows, in both languages', () => {
    for (const minutes of [0, 5, 59, 60, 61, 90, 1440])
      for (const language of ['vi', 'en'] as const)
        expect(readMinutes(showMinutes(minutes, language))).toBe(minutes);
  });
});
