import { describe, expect, it } from 'vitest';
import { duration } from '../duration.tsx';
import { readMinutes } from './read-minutes.ts';

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

  // Nothing of the field is read for a duration.
  const field = {} as Parameters<typeof duration.toText>[1];

  it('reads what it shows, in both languages', () => {
    for (const minutes of [0, 5, 59, 60, 61, 90, 1440])
      for (const language of ['vi', 'en'] as const)
        expect(readMinutes(duration.toText(minutes, field, language, 'UTC'))).toBe(minutes);
  });
});
