import { expect, it } from 'vitest';
import { createJoiner, largestGroup } from './join-pairs.ts';

const pair = (a: number, b: number, score: number) => ({
  a: `r${a}`,
  b: `r${b}`,
  score,
  marks: ['phone'],
});

it('joins chains, and tells two strong groups from one that a weak link holds together', () => {
  const joiner = createJoiner();
  joiner.add([pair(1, 2, 100), pair(3, 4, 100), pair(5, 6, 90)]);
  joiner.add([pair(2, 3, 60)]);
  const groups = joiner.groups().map(({ score, members }) => [score, members.length]);
  expect(groups).toEqual([
    [90, 2],
    [60, 4],
  ]);
});

it('grows no group beyond what a person can look through', () => {
  const joiner = createJoiner();
  joiner.add(Array.from({ length: 200 }, (_, i) => pair(i, i + 1, 80)));
  const sizes = joiner.groups().map(({ members }) => members.length);
  expect(Math.max(...sizes)).toBe(largestGroup);
});

it('takes no more records than it may keep', () => {
  const joiner = createJoiner(4);
  expect(joiner.add([pair(1, 2, 90), pair(3, 4, 80), pair(5, 6, 70)])).toBe(false);
  expect(joiner.groups()).toHaveLength(2);
});
