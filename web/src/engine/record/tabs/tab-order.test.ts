import { expect, it } from 'vitest';
import { inOrder } from './tab-order.ts';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((key) => ({ key }));
const all = [a, b, c, d].filter((each) => each !== undefined);
const filled = all.filter(({ key }) => key !== 'a');
const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key).join('');

it('shows the first lists that have something, and the one that is open', () => {
  const still = inOrder(all, filled, 'thread', 2);
  expect([keys(still.near), keys(still.waiting)]).toEqual(['bc', 'da']);
  const empty = inOrder(all, filled, 'a', 2);
  expect([keys(empty.near), keys(empty.waiting)]).toEqual(['ba', 'cd']);
  const phone = inOrder(all, filled, 'd', 0);
  expect([keys(phone.near), keys(phone.waiting)]).toEqual(['d', 'bca']);
});
