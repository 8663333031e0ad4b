import { expect, it } from 'vitest';
import { readClock } from './read-clock.ts';

it('reads a time of day as it is typed, and nothing that is none', () => {
  expect(['8', '8h', '8h30', '8:30', '0830', '17g5', ' 23.59 '].map(readClock)).toEqual([
    '08:00',
    '08:00',
    '08:30',
    '08:30',
    '08:30',
    '17:05',
    '23:59',
  ]);
  expect(['', 'sáng', '24:00', '8:60', '12345'].map(readClock)).toEqual(Array(5).fill(undefined));
});
